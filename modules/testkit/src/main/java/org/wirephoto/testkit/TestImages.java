package org.wirephoto.testkit;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.ByteBuffer;
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

    /** Drawn once, when a test first asks for them. */
    private static final class Drawn {
        private static final List<TestImage> GOOD = GoodImages.all();
        private static final List<TestImage> BAD = BadImages.all();
    }

    /** Small images of every accepted type, in every variant that readers treat differently. */
    public static List<TestImage> accepted() {
        return Drawn.GOOD;
    }

    /** Small files that a server must refuse once it has seen their content, each with its code. */
    public static List<TestImage> refused() {
        return Drawn.BAD;
    }

    /**
     * A small valid image of any accepted type; images of different seeds differ in their bytes, and in their pixels
     * too where {@link #photo} can write the type.
     */
    public static byte[] of(ImageType type, long seed) {
        byte[] mark = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
        return switch (type) {
            case PNG, JPEG, GIF, BMP, TIFF -> photo(type, Scene.WIDTH, Scene.HEIGHT, seed);
            case WEBP -> WebpBytes.withChunk(Resources.bytes("lossy.webp"), "seed", mark);
            case AVIF -> HeifBytes.withFreeBox(Resources.bytes("still.avif"), mark);
            case HEIC -> HeifBytes.withFreeBox(Resources.bytes("still.heic"), mark);
            case HEIF -> {
                byte[] picture = photo(ImageType.JPEG, Scene.WIDTH, Scene.HEIGHT, seed);
                yield new HeifBytes(picture, Scene.WIDTH, Scene.HEIGHT).build();
            }
        };
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
        int pixels = type == ImageType.GIF ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage drawn = Scene.photo(pixels, width, height, seed);
        return switch (type) {
            case PNG -> PngBytes.plain(drawn);
            case JPEG -> JpegBytes.baseline(drawn);
            case GIF -> GifBytes.plain(drawn);
            case BMP -> BmpBytes.plain(drawn);
            case TIFF -> TiffImages.compressed(drawn, "LZW");
            case WEBP, AVIF, HEIC, HEIF -> throw new IllegalArgumentException("no photos of " + type);
        };
    }

    /** A JPEG photo whose metadata say where it was taken: {@code place} stands there in plain text. */
    public static byte[] placedPhoto(int width, int height, long seed, String place) {
        return JpegBytes.withExif(photo(ImageType.JPEG, width, height, seed), ExifBytes.placed(place));
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
        return new HugeImage(type, bytes, seed);
    }

    /**
     * What is seen of an image that the JDK can read (PNG, GIF, BMP and JPEG without four inks): a colour for each
     * pixel as it is stored, row by row, as 0xAARRGGBB.
     *
     * @throws IllegalArgumentException if it can't be read
     */
    public static int[] pixels(byte[] image) {
        return ImageIoBytes.pixels(image);
    }
}
