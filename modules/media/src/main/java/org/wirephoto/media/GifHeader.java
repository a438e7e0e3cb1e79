package org.wirephoto.media;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;

/** Reads the screen of a GIF file: the area that all its frames are drawn on. */
final class GifHeader {
    private GifHeader() {}

    static Header read(Bytes file) throws IOException, DamagedException {
        return new Header(file.u16(6, LITTLE_ENDIAN), file.u16(8, LITTLE_ENDIAN), Exif.NONE, 1);
    }
}
