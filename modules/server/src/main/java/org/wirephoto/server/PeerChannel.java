package org.wirephoto.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The socket below a wire: bytes as they are, each wait with a limit. One thread reads and one writes; {@link #abort}
 * and {@link #close} may come from any thread.
 */
final class PeerChannel {
    /** A fast peer must not keep its carrier thread for longer than this many bytes take. */
    static final int TURN = 1 << 20;

    private static final Logger LOG = LogManager.getLogger(PeerChannel.class);
    private static final int CHUNK = 64 * 1024;

    /**
     * A writer is woken once a third of the buffer is free: in the megabytes that the system would grow it to, a
     * reader of some KiB a second would look like one that stalls.
     */
    private static final int SEND_BUFFER = 128 * 1024;

    private final SocketChannel channel;
    private final InetSocketAddress peer;
    private final Watchdog.Guard guard;
    private long readInTurn;

    /**
     * Takes the channel over, in blocking mode.
     *
     * @param stall how long the peer may take nothing
     */
    PeerChannel(SocketChannel channel, Watchdog watchdog, Duration stall) throws IOException {
        this.channel = channel;
        this.peer = (InetSocketAddress) channel.getRemoteAddress();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        this.guard = watchdog.guard(stall, this::abort);
    }

    InetSocketAddress peer() {
        return peer;
    }

    /** As {@link Wire#read}. */
    int read(ByteBuffer into, Duration wait) throws WireException {
        try {
            channel.socket().setSoTimeout(Math.clamp(wait.toMillis(), 1, Integer.MAX_VALUE));
            int count = channel.socket()
                    .getInputStream()
                    .read(into.array(), into.arrayOffset() + into.position(), into.remaining());
            if (count > 0) {
                into.position(into.position() + count);
                readInTurn += count;
            }
            if (readInTurn >= TURN) {
                readInTurn = 0;
                letOthersOn();
            }
            return count;
        } catch (SocketTimeoutException _) {
            throw new Wire.SilenceException(); // the time-out has no more to tell than that
        } catch (IOException e) {
            throw new WireException(e);
        }
    }

    /** Virtual threads share their carriers by their own will: one that never has to wait has to give way. */
    @SuppressWarnings("ThreadPriorityCheck")
    static void letOthersOn() {
        Thread.yield();
    }

    /** Writes all of the buffer; where the peer takes nothing for too long it is cut off. */
    void write(ByteBuffer bytes) throws WireException {
        try {
            while (bytes.hasRemaining()) {
                guard.arm();
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new WireException(e);
        } finally {
            guard.disarm();
        }
    }

    /** Has the system send a part of a file; see {@link PlainWire#send}. Returns how much of it was sent, 0 too. */
    long transfer(FileChannel file, long position, long count) throws WireException {
        guard.arm();
        try {
            return file.transferTo(position, Math.min(TURN, count), channel);
        } catch (IOException e) {
            throw new WireException(e);
        } finally {
            guard.disarm();
        }
    }

    /**
     * Reads what comes next of a file that is being sent, at least one byte. A fault after the reply began can only be
     * told by cutting the peer off, which this does.
     *
     * @param count how much of it is still to be sent, more than 0
     */
    ByteBuffer chunk(FileChannel file, long position, long count) throws WireException {
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, count));
        int read;
        try {
            read = file.read(chunk, position);
        } catch (ClosedByInterruptException e) {
            throw new WireException(e); // cut off by this server: no fault
        } catch (IOException e) {
            throw broken(e);
        }
        if (read <= 0) {
            throw broken(new IOException("the file ends at " + position + ", " + count + " bytes too early"));
        }
        return chunk.flip();
    }

    private WireException broken(IOException fault) {
        LOG.error("Could not go on sending a file to {}: cut the connection", peer, fault);
        abort();
        return new WireException(fault);
    }

    /** Ends the output; the peer may still send. */
    void endOutput() throws WireException {
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            throw new WireException(e);
        }
    }

    /** As {@link Wire#abort}. */
    void abort() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            LOG.debug("{} was closed already", peer, e);
        }
        close();
    }

    /** As {@link Wire#close}. */
    void close() {
        guard.close();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing {} failed", peer, e);
        }
    }
}
