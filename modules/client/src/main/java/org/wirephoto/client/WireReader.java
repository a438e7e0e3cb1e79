package org.wirephoto.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.wirephoto.protocol.LineDecoder;
import org.wirephoto.protocol.LineResult;

/** Reads lines and bodies, one after another, from one stream. Holds 20 KiB at most. Used by one thread at a time. */
final class WireReader {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int OPENING_BYTES = 8;

    private final InputStream in;
    private final LineDecoder decoder = new LineDecoder();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private final ByteBuffer opening = ByteBuffer.allocate(OPENING_BYTES);

    WireReader(InputStream in) {
        this.in = in;
    }

    /** The next line, or empty at the end of the stream. */
    Optional<LineResult> line() throws IOException {
        while (true) {
            Optional<LineResult> result = decoder.next(buffer);
            if (result.isPresent()) {
                return result;
            }
            if (!fill()) {
                return Optional.empty();
            }
        }
    }

    /** Reads bytes of a body, at least one; -1 at the end of the stream. */
    int read(byte[] target, int most) throws IOException {
        if (!buffer.hasRemaining()) {
            return in.read(target, 0, most);
        }
        int count = Math.min(most, buffer.remaining());
        buffer.get(target, 0, count);
        return count;
    }

    /** The first bytes that ever came, eight at most: they tell what is at the other end. */
    byte[] opening() {
        byte[] bytes = new byte[opening.position()];
        opening.get(0, bytes);
        return bytes;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer.array());
        buffer.position(0).limit(Math.max(0, count));
        for (int i = 0; i < count && opening.hasRemaining(); i++) {
            opening.put(buffer.get(i));
        }
        return count > 0;
    }
}
