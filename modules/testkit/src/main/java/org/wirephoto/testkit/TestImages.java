package org.wirephoto.testkit;

import java.io.InputStream;
import java.util.List;
import org.wirephoto.protocol.ImageType;

/**
 * Images for tests: one of every type and variant that a server takes, files that it must refuse, "photographs" by
 * the thousand from a seed, and images of any length that are never held in memory.
 *
 * <p>All are of our own making and the same on every run.
 */
public final class TestImages {
    private TestImages() {}

    /** Small images of every accepted type, in every variant that readers treat differently. */
    public static List<TestImage> accepted() {
        throw new UnsupportedOperationException();
    }

    /** Small files that a server must refuse once it has seen their content, each with its code. */
    public static List<TestImage> refused() {
        throw new UnsupportedOperationException();
    }

    /**
     * A small valid image of any accepted type; images of different seeds differ in their bytes, and in their pixels
     * too where {@link #photo} can write the type.
     */
    public static byte[] of(ImageType type, long seed) {
        throw new UnsupportedOperationException();
    }

    /**
     * A noisy image that compresses no better than a photograph does, with different pixels for different seeds.
     *
     * @param type PNG, JPEG, GIF, BMP or TIFF
     * @param width in pixels
     * @param height in pixels
     * @throws IllegalArgumentException for another type
     */
    public static byte[] photo(ImageType type, int width, int height, long seed) {
        throw new UnsupportedOperationException();
    }

    /**
     * A valid uncompressed image of exactly this many bytes, made while it is read.
     *
     * <p>It has at most {@link org.wirephoto.protocol.Limits#PIXELS} pixels, whatever its length: up to 1 GiB.
     *
     * @param type BMP or TIFF
     * @param bytes the length of the whole, 64 KiB to 1 GiB
     * @param seed images of different seeds differ
     */
    public static InputStream huge(ImageType type, long bytes, long seed) {
        throw new UnsupportedOperationException();
    }
}
