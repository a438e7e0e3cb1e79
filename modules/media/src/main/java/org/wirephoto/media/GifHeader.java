package org.wirephoto.media;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;

/** Reads the screen of a GIF file, the area that all its frames are drawn on, and where the first frame lies. */
final class GifHeader {
    private static final int SCREEN_END = 13;
    private static final int HAS_TABLE = 0x80;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;

    private GifHeader() {}

    static Header read(Bytes file) throws IOException, DamagedException {
        return new Header(file.u16(6, LITTLE_ENDIAN), file.u16(8, LITTLE_ENDIAN), Exif.NONE, 1);
    }

    /** Where the first frame lies on the screen. */
    static Frame firstFrame(Bytes file) throws IOException, DamagedException {
        int flags = file.u8(10);
        long at = SCREEN_END + ((flags & HAS_TABLE) == 0 ? 0 : 3L << ((flags & 7) + 1));
        while (file.u8(at) == EXTENSION) {
            at += 2;
            while (file.u8(at) != 0) {
                at += 1 + file.u8(at);
            }
            at++;
        }
        if (file.u8(at) != FRAME) {
            throw new DamagedException("The file has no frame.");
        }
        return new Frame(
                file.u16(at + 1, LITTLE_ENDIAN),
                file.u16(at + 3, LITTLE_ENDIAN),
                file.u16(at + 5, LITTLE_ENDIAN),
                file.u16(at + 7, LITTLE_ENDIAN));
    }
}
