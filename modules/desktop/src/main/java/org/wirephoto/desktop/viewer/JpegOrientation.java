package org.wirephoto.desktop.viewer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/** Finds how a JPEG has to be turned: JavaFX shows it as it lies in the file. */
final class JpegOrientation {
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int MARKER = 0xff;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;
    private static final int LITTLE = 0x4949;
    private static final int HIGHEST = 8;

    private JpegOrientation() {}

    /** EXIF's number from 1, upright, to 8; 1 where the file does not say. */
    static int of(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == MARKER) {
            int marker = jpeg[at + 1] & 0xff;
            int length = ((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff);
            if (marker == START_OF_SCAN || length < 2 || at + 2 + length > jpeg.length) {
                return 1;
            }
            if (marker == APP1 && startsWithExif(jpeg, at + 4, length)) {
                int start = at + 4 + EXIF.length;
                return ofTiff(ByteBuffer.wrap(jpeg, start, at + 2 + length - start)
                                .slice())
                        .orElse(1);
            }
            at += 2 + length;
        }
        return 1;
    }

    private static boolean startsWithExif(byte[] jpeg, int at, int length) {
        if (length < EXIF.length + 2) {
            return false;
        }
        for (int i = 0; i < EXIF.length; i++) {
            if (jpeg[at + i] != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    private static OptionalInt ofTiff(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return OptionalInt.empty();
        }
        tiff.order(tiff.getShort(0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (directory + 2 > tiff.limit()) {
            return OptionalInt.empty();
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY;
            if (entry + ENTRY > tiff.limit()) {
                return OptionalInt.empty();
            }
            if (Short.toUnsignedInt(tiff.getShort((int) entry)) == ORIENTATION) {
                int value = Short.toUnsignedInt(tiff.getShort((int) entry + 8));
                return value >= 1 && value <= HIGHEST ? OptionalInt.of(value) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
