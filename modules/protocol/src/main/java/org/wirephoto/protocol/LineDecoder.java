package org.wirephoto.protocol;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Cuts a stream of bytes into lines, whatever the pieces that it arrives in. Holds at most
 * {@link Limits#LINE_BYTES} bytes; used by one thread at a time.
 */
public final class LineDecoder {
    private final ByteBuffer pending = ByteBuffer.allocate(Limits.LINE_BYTES);

    /** A decoder at the start of a line. */
    public LineDecoder() {}

    /**
     * Takes bytes from {@code input} up to the end of the line, and no further: what follows may be a body.
     *
     * @return the line, or empty where all of {@code input} was taken and the line has not ended yet; a line that
     *     is too long is reported as soon as that is known, and the decoder is then of no more use
     */
    public Optional<LineResult> next(ByteBuffer input) {
        int length = Math.min(input.remaining(), pending.remaining());
        int beforeLineFeed = beforeLineFeed(input, length);
        boolean ends = beforeLineFeed < length;
        take(input, beforeLineFeed);
        if (ends) {
            input.get();
        } else if (pending.hasRemaining()) {
            return Optional.empty();
        }
        LineResult result = LineParser.parse(pending.flip());
        pending.clear();
        return Optional.of(result);
    }

    /** Whether a line has begun and not ended. */
    public boolean insideLine() {
        return pending.position() > 0;
    }

    private void take(ByteBuffer input, int length) {
        pending.put(input.slice(input.position(), length));
        input.position(input.position() + length);
    }

    /** How many of the next {@code length} bytes stand before a line feed; all of them where there is none. */
    private static int beforeLineFeed(ByteBuffer input, int length) {
        for (int i = 0; i < length; i++) {
            if (input.get(input.position() + i) == '\n') {
                return i;
            }
        }
        return length;
    }
}
