package org.wirephoto.media;

import java.io.IOException;

/** A part of other bytes. */
record PartOfBytes(Bytes whole, long from, long length) implements Bytes {
    @Override
    public int u8(long at) throws IOException, DamagedException {
        if (at < 0 || at >= length) {
            throw new DamagedException(CUT_SHORT);
        }
        return whole.u8(from + at);
    }
}
