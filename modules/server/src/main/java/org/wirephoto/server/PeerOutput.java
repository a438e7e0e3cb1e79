package org.wirephoto.server;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.Reply;

/** What a peer is sent, gathered until something has to be waited for. Used by one thread. */
final class PeerOutput {
    private final Wire wire;
    private final ByteBuffer buffer = ByteBuffer.allocate(2 * Limits.LINE_BYTES);

    PeerOutput(Wire wire) {
        this.wire = wire;
    }

    /** Adds a reply. */
    void reply(Reply reply) throws WireException {
        line(reply.toLine());
    }

    /** Adds a line. */
    void line(Line line) throws WireException {
        byte[] bytes = line.encode();
        if (bytes.length > buffer.remaining()) {
            flush();
        }
        buffer.put(bytes);
    }

    /** Sends what was gathered. */
    void flush() throws WireException {
        if (buffer.position() > 0) {
            wire.write(buffer.flip());
            buffer.clear();
        }
    }

    /** Sends what was gathered, then a part of a file. */
    void send(FileChannel file, long position, long count) throws WireException {
        flush();
        wire.send(file, position, count);
    }

    /** Sends what was gathered and ends the output. */
    void end() throws WireException {
        flush();
        wire.endOutput();
    }
}
