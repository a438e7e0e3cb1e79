package org.wirephoto.media;

import java.nio.ByteBuffer;

/** The bytes between a buffer's position and its limit. */
record BufferBytes(ByteBuffer buffer) implements Bytes {
    BufferBytes {
        buffer = buffer.slice();
    }

    @Override
    public long length() {
        return buffer.limit();
    }

    @Override
    public int u8(long at) throws DamagedException {
        if (at < 0 || at >= buffer.limit()) {
            throw new DamagedException(CUT_SHORT);
        }
        return buffer.get((int) at) & 0xFF;
    }
}
