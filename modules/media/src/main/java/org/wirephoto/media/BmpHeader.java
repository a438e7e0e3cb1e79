package org.wirephoto.media;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;

/** Reads the headers of a Windows bitmap, and of OS/2's older form of it. */
final class BmpHeader {
    private static final int SIZES = 18;
    private static final int CORE = 12;
    private static final int WITH_COMPRESSION = 20;

    private BmpHeader() {}

    static Header read(Bytes file) throws IOException, DamagedException {
        long size = file.u32(14, LITTLE_ENDIAN);
        if (size == CORE) {
            int bits = file.u16(SIZES + 6L, LITTLE_ENDIAN);
            return header(file.u16(SIZES, LITTLE_ENDIAN), file.u16(SIZES + 2L, LITTLE_ENDIAN), bits, 0);
        }
        long width = (int) file.u32(SIZES, LITTLE_ENDIAN);
        long height = Math.abs((long) (int) file.u32(SIZES + 4L, LITTLE_ENDIAN));
        int bits = file.u16(SIZES + 10L, LITTLE_ENDIAN);
        long compression = size < WITH_COMPRESSION ? 0 : file.u32(SIZES + 12L, LITTLE_ENDIAN);
        boolean runLengths = compression == 1 || compression == 2;
        return header(width, height, bits, runLengths ? Math.max(0, Header.product(width, height)) : 0);
    }

    private static Header header(long width, long height, int bits, long decoder) {
        return new Header(width, height, Exif.NONE, Header.LITTLE + 2 * decoder, Math.max(1, Math.ceilDiv(bits, 8)));
    }

    /** Whether these are the first bytes of OS/2's form, whose header is shorter. */
    static boolean isCore(Bytes head) throws IOException {
        try {
            return head.has(0, "BM")
                    && head.u32(14, LITTLE_ENDIAN) == CORE
                    && head.u16(SIZES + 4L, LITTLE_ENDIAN) == 1
                    && isBits(head.u16(SIZES + 6L, LITTLE_ENDIAN));
        } catch (DamagedException e) {
            return false;
        }
    }

    private static boolean isBits(int bits) {
        return bits == 1 || bits == 4 || bits == 8 || bits == 24;
    }
}
