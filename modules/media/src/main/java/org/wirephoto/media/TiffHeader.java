package org.wirephoto.media;

import java.io.IOException;

/** Reads the first image of a TIFF file. */
final class TiffHeader {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int SAMPLES = 277;
    private static final int STRIP_ROWS = 278;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int MOST_SAMPLES = 64;

    private TiffHeader() {}

    static Header read(Bytes file) throws IOException, DamagedException {
        TiffDirectory tags = TiffDirectory.first(file);
        long width = tags.number(WIDTH).orElse(0);
        long height = tags.number(HEIGHT).orElse(0);
        int pixelBytes = pixelBytes(tags);
        // A decoder holds one strip or tile, coded and decoded.
        long block = Header.product(blockPixels(tags, width, height), 2L * pixelBytes);
        return new Header(width, height, Exif.of(tags), Header.LITTLE + block, pixelBytes);
    }

    /** Whether these are the first bytes of a file with offsets of 64 bits, which Tika knows in one byte order only. */
    static boolean isBig(Bytes head) throws IOException {
        try {
            return head.has(0, "II+\0\b\0\0\0") || head.has(0, "MM\0+\0\b\0\0");
        } catch (DamagedException e) {
            return false;
        }
    }

    private static int pixelBytes(TiffDirectory tags) throws IOException, DamagedException {
        int samples = Math.clamp(tags.number(SAMPLES).orElse(1), 1, MOST_SAMPLES);
        int bits = Math.clamp(tags.number(BITS).orElse(1), 1, 64);
        return samples * Math.ceilDiv(bits, 8);
    }

    private static long blockPixels(TiffDirectory tags, long width, long height) throws IOException, DamagedException {
        long tileWidth = Math.max(0, tags.number(TILE_WIDTH).orElse(0));
        if (tileWidth > 0) {
            return Header.product(
                    tileWidth, Math.max(0, tags.number(TILE_HEIGHT).orElse(height)));
        }
        long rows = Math.clamp(tags.number(STRIP_ROWS).orElse(height), 0, Math.max(0, height));
        return Header.product(Math.max(0, width), rows);
    }
}
