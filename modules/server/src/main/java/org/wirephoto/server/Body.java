package org.wirephoto.server;

import java.nio.ByteBuffer;

/** The bytes that follow a request's line. Used by one thread. */
final class Body {
    private static final int CHUNK = 64 * 1024;

    private final PeerInput input;
    private final Pace pace;
    private final ByteBuffer chunk;
    private long left;

    /**
     * A body that begins where the input is now.
     *
     * @param size how many bytes it has
     */
    Body(PeerInput input, long size, Timings timings) {
        this.input = input;
        this.pace = new Pace(timings);
        this.chunk = ByteBuffer.allocate((int) Math.min(CHUNK, size));
        this.left = size;
    }

    /**
     * Waits for more of it.
     *
     * @return what came, good until the next call; nothing only at the body's end
     * @throws WireException if the input ends before the body does
     */
    ByteBuffer next() throws WireException {
        chunk.clear().limit((int) Math.min(chunk.capacity(), left));
        if (left > 0) {
            input.body(chunk, pace);
            left -= chunk.position();
        }
        return chunk.flip();
    }

    /** Reads and drops the rest, so that the next line is the next thing to come. */
    void skip() throws WireException {
        while (left > 0) {
            next();
        }
    }
}
