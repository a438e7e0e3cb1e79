package org.wirephoto.desktop.send;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirephoto.protocol.ImageType;

/**
 * How much memory JavaFX takes to draw a picture of a file, however small the picture: it decodes all of it first, and
 * all images of an animated GIF. Read from the file's headers.
 */
final class DecodingCost {
    private static final int BYTES_PER_PIXEL = 4;
    private static final int PNG_WIDTH = 16;
    private static final int BMP_HEADER = 14;
    private static final int BMP_OLD_HEADER = 12;
    private static final int GIF_WIDTH = 6;
    private static final int GIF_REST = 2;
    private static final int GIF_IMAGE = 0x2c;
    private static final int GIF_EXTENSION = 0x21;
    private static final int GIF_PLACE = 8;

    private DecodingCost() {}

    /**
     * The bytes that a file takes, or more than {@code most} as soon as that is sure. A JPEG takes little: it is made
     * smaller as it is decoded.
     *
     * @throws IOException if the file can't be read, or ends too early
     */
    static long of(Path file, ImageType type, long most) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
            return switch (type) {
                case PNG -> png(data);
                case GIF -> gif(data, most);
                case BMP -> bmp(data);
                case JPEG, WEBP, TIFF, AVIF, HEIC, HEIF -> 0;
            };
        }
    }

    private static long cost(long width, long height) {
        return Math.abs(width) * Math.abs(height) * BYTES_PER_PIXEL;
    }

    private static long png(DataInputStream in) throws IOException {
        in.skipNBytes(PNG_WIDTH);
        return cost(in.readInt(), in.readInt());
    }

    private static long bmp(DataInputStream in) throws IOException {
        in.skipNBytes(BMP_HEADER);
        boolean old = Integer.reverseBytes(in.readInt()) == BMP_OLD_HEADER;
        return old
                ? cost(littleShort(in), littleShort(in))
                : cost(Integer.reverseBytes(in.readInt()), Integer.reverseBytes(in.readInt()));
    }

    private static long gif(DataInputStream in, long most) throws IOException {
        in.skipNBytes(GIF_WIDTH);
        long one = cost(littleShort(in), littleShort(in));
        skipColours(in, in.readUnsignedByte(), GIF_REST);
        long all = 0;
        while (all <= most) {
            switch (in.readUnsignedByte()) {
                case GIF_IMAGE -> {
                    all += one;
                    in.skipNBytes(GIF_PLACE);
                    skipColours(in, in.readUnsignedByte(), 1);
                    skipBlocks(in);
                }
                case GIF_EXTENSION -> {
                    in.skipNBytes(1);
                    skipBlocks(in);
                }
                default -> {
                    return all; // its end, or what no decoder reads on from
                }
            }
        }
        return all;
    }

    /** The table that flags tell of, and so many bytes before it. */
    private static void skipColours(DataInputStream in, int flags, int before) throws IOException {
        boolean there = (flags & 0x80) != 0;
        in.skipNBytes(before + (there ? 3L << ((flags & 0x07) + 1) : 0));
    }

    private static void skipBlocks(DataInputStream in) throws IOException {
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            in.skipNBytes(length);
        }
    }

    private static int littleShort(DataInputStream in) throws IOException {
        return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    }
}
