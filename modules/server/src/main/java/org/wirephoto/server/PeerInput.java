package org.wirephoto.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.protocol.LineDecoder;
import org.wirephoto.protocol.LineResult;

/** What a peer sends, as lines and bodies, within the limits of time. Used by one thread. */
final class PeerInput {
    private static final int BUFFER = 8 * 1024;
    private static final String NOTHING_CAME = "Nothing came for too long.";
    private static final String SLOW = "The request came too slowly.";

    private final Wire wire;
    private final PeerOutput output;
    private final Timings timings;
    private final LineDecoder decoder = new LineDecoder();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();

    /**
     * Reads from a wire.
     *
     * @param output what is owed to the same peer, and goes out before anything is waited for
     */
    PeerInput(Wire wire, PeerOutput output, Timings timings) {
        this.wire = wire;
        this.output = output;
        this.timings = timings;
    }

    /**
     * Waits for a line.
     *
     * @param idle how long to wait for it to begin
     * @return empty at the end of the input; a part of a line before it is dropped
     * @throws PeerTimeoutException if no line began, or one did not end in time
     */
    Optional<LineResult> line(Duration idle) throws WireException {
        return line(idle, new Pace(timings));
    }

    /**
     * Waits for a line that has to be here to its end within a time, whatever came before it and however it trickles in.
     *
     * @param time how long that may take; zero or less if it is up already
     * @return empty at the end of the input; a part of a line before it is dropped
     * @throws PeerTimeoutException if the line did not end in time
     */
    Optional<LineResult> lineWithin(Duration time) throws WireException {
        if (!time.isPositive()) {
            throw new PeerTimeoutException(NOTHING_CAME);
        }
        return line(time, Pace.within(timings, time));
    }

    private Optional<LineResult> line(Duration idle, Pace pace) throws WireException {
        while (true) {
            Optional<LineResult> line = decoder.next(buffer);
            if (line.isPresent()) {
                return line;
            }
            int count = decoder.insideLine() ? fill(buffer.clear(), pace) : await(idle);
            buffer.flip();
            if (count < 0) {
                return Optional.empty();
            }
        }
    }

    /** Whether bytes are here that nobody has asked for yet. */
    boolean pending() {
        return buffer.hasRemaining();
    }

    private int await(Duration idle) throws WireException {
        output.flush();
        try {
            return wire.read(buffer.clear(), idle);
        } catch (Wire.SilenceException _) {
            throw new PeerTimeoutException(NOTHING_CAME);
        }
    }

    /**
     * Takes some bytes of a body, at least one.
     *
     * @param into an array-backed buffer with room; no more than fits is taken
     * @param pace how fast the body came up to now
     * @throws WireException if the input ends before
     */
    void body(ByteBuffer into, Pace pace) throws WireException {
        if (buffer.hasRemaining()) {
            int count = Math.min(buffer.remaining(), into.remaining());
            into.put(buffer.slice(buffer.position(), count));
            buffer.position(buffer.position() + count);
        } else if (fill(into, pace) < 0) {
            throw new WireException("the input ended in the middle of a body");
        }
    }

    private int fill(ByteBuffer into, Pace pace) throws WireException {
        output.flush();
        Duration patience = pace.patience();
        if (!patience.isPositive()) {
            throw new PeerTimeoutException(SLOW);
        }
        long start = System.nanoTime();
        try {
            int count = wire.read(into, patience);
            pace.came(Math.max(0, count), System.nanoTime() - start);
            return count;
        } catch (Wire.SilenceException _) {
            throw new PeerTimeoutException(SLOW);
        }
    }

    /**
     * Reads and drops what comes.
     *
     * @return whether the input ended before the time was up
     */
    boolean drain(Duration time) throws WireException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            try {
                if (wire.read(buffer.clear(), Duration.ofNanos(left)) < 0) {
                    return true;
                }
            } catch (Wire.SilenceException _) {
                return false; // the time is up
            }
        }
        return false;
    }
}
