package org.wirephoto.media;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;

/**
 * Counts the scans of a JPEG file. A scan of a few bytes can cost a pass over all pixels, within which the decoder
 * can't be stopped; cameras and programs write some ten of them.
 */
final class JpegScans {
    private static final int MOST = 100;
    private static final int MARKER = 0xFF;
    private static final int SCAN = 0xDA;
    private static final int RESTART = 0xD0;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;

    private JpegScans() {}

    static boolean areFew(Bytes file) throws IOException {
        int scans = 0;
        try {
            long at = 2;
            while (scans <= MOST) {
                int marker = marker(file, at);
                at = marker == MARKER || file.u8(at) != MARKER ? at + 1 : at + 2;
                if (marker == END_OF_IMAGE) {
                    return true;
                }
                scans += marker == SCAN ? 1 : 0;
                if (hasLength(marker)) {
                    at += Math.max(2, file.u16(at, BIG_ENDIAN));
                }
            }
            return false;
        } catch (DamagedException e) {
            // The end of the file is the end of the scans.
            return true;
        }
    }

    /** The marker at a place, or 0 where there is none. */
    private static int marker(Bytes file, long at) throws IOException, DamagedException {
        return file.u8(at) == MARKER ? file.u8(at + 1) : 0;
    }

    private static boolean hasLength(int marker) {
        boolean alone = marker <= 1 || marker == MARKER || (marker >= RESTART && marker <= START_OF_IMAGE);
        return !alone;
    }
}
