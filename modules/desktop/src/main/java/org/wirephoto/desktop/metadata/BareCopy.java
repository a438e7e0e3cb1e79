package org.wirephoto.desktop.metadata;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.wirephoto.protocol.ImageType;

/**
 * Copies pictures without what they tell about their maker: place, time, camera, programs, comments, small pictures of
 * the whole. The coded pixels are copied as they are; what they need to look the same stays (colours, transparency,
 * animation, and which way is up).
 */
public final class BareCopy {
    private static final int BUFFER = 64 * 1024;

    private BareCopy() {}

    /** Whether pictures of this type can be copied: JPEG, PNG and WebP. */
    public static boolean takes(ImageType type) {
        return switch (type) {
            case JPEG, PNG, WEBP -> true;
            case GIF, BMP, TIFF, AVIF, HEIC, HEIF -> false;
        };
    }

    /**
     * Copies a picture. Blocks; needs no more memory for a large picture than for a small one. What follows the end of
     * the picture is left out. The copy is at most a few dozen bytes longer than the original.
     *
     * @param source the picture
     * @param type what it is, one that {@link #takes}
     * @param target a file that is there and can be overwritten; what is in it after a failure is worth nothing
     * @throws DamagedImageException if the picture makes no sense
     * @throws IOException if a file can't be read or written
     */
    public static void make(Path source, ImageType type, Path target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                BUFFER)) {
            copy(source, type, out);
        } catch (EOFException e) {
            throw new DamagedImageException("The picture is damaged: it ends too early.");
        }
    }

    private static void copy(Path source, ImageType type, OutputStream out) throws IOException {
        if (type == ImageType.WEBP) {
            try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
                new BareWebp(channel).copy(out);
            }
            return;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(source), BUFFER))) {
            switch (type) {
                case JPEG -> new BareJpeg(in, out).copy();
                case PNG -> new BarePng(in, out).copy();
                case WEBP, GIF, BMP, TIFF, AVIF, HEIC, HEIF ->
                    throw new IllegalArgumentException("no bare copies of " + type);
            }
        }
    }
}
