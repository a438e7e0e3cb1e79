package org.wirephoto.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.LineDecoder;
import org.wirephoto.protocol.LineResult;

/** One end of a control connection: lines in the form of the protocol. One thread reads; any may write. */
final class ControlChannel implements Closeable {
    private static final Logger LOG = LogManager.getLogger(ControlChannel.class);
    private static final int BUFFER = 4096;

    private final SocketChannel channel;
    private final Watchdog.Guard reading;
    private final Watchdog.Guard writing;
    private final LineDecoder decoder = new LineDecoder();
    private final ByteBuffer input = ByteBuffer.allocate(BUFFER).flip();
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Takes the channel over.
     *
     * @param silence how long to wait for a line, or for room to write one
     */
    ControlChannel(SocketChannel channel, Watchdog watchdog, Duration silence) {
        this.channel = channel;
        this.reading = watchdog.guard(silence, this::cut);
        this.writing = watchdog.guard(silence, this::cut);
    }

    /**
     * Waits for a line.
     *
     * @return empty where the other end closed
     * @throws IOException if none came in time, or what came is none
     */
    Optional<Line> read() throws IOException {
        reading.arm();
        try {
            while (true) {
                Optional<LineResult> result = decoder.next(input);
                if (result.isPresent()) {
                    return Optional.of(line(result.get()));
                }
                int count = channel.read(input.clear());
                input.flip();
                if (count < 0) {
                    return Optional.empty();
                }
            }
        } finally {
            reading.disarm();
        }
    }

    private static Line line(LineResult result) throws IOException {
        return switch (result) {
            case LineResult.Parsed(Line line) -> line;
            case LineResult.Malformed malformed -> throw new IOException("not a control line: " + malformed.reason());
        };
    }

    /** Writes a line. */
    void write(Line line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.encode());
        lock.lock();
        try {
            writing.arm();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } finally {
            writing.disarm();
            lock.unlock();
        }
    }

    /** Waits until the other end closes; it has nothing more to say. */
    void awaitEnd() throws IOException {
        while (channel.read(input.clear()) >= 0) {
            input.clear();
        }
    }

    private void cut() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("Closing a control connection failed", e);
        }
    }

    @Override
    public void close() throws IOException {
        reading.close();
        writing.close();
        channel.close();
    }
}
