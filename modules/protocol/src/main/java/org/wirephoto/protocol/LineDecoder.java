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
     *     is too long is reported as soon as that is known
     */
    public Optional<LineResult> next(ByteBuffer input) {
        while (input.hasRemaining()) {
            byte b = input.get();
            if (b == '\n') {
                LineResult result = LineParser.parse(pending.flip());
                pending.clear();
                return Optional.of(result);
            }
            pending.put(b);
            if (!pending.hasRemaining()) {
                return Optional.of(LineParser.parse(pending.flip()));
            }
        }
        return Optional.empty();
    }

    /** Whether a line has begun and not ended. */
    public boolean insideLine() {
        return pending.position() > 0;
    }
}
