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

/** A wire without TLS: files go from the disk to the socket without passing through this process. */
final class PlainWire implements Wire {
    private static final Logger LOG = LogManager.getLogger(PlainWire.class);
    /** A fast peer must not keep its carrier thread for longer than this many bytes take. */
    private static final int TURN = 1 << 20;

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
    PlainWire(SocketChannel channel, Watchdog watchdog, Duration stall) throws IOException {
        this.channel = channel;
        this.peer = (InetSocketAddress) channel.getRemoteAddress();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        this.guard = watchdog.guard(stall, this::abort);
    }

    @Override
    public InetSocketAddress peer() {
        return peer;
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public int read(ByteBuffer into, Duration wait) throws WireException {
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
            throw new SilenceException(); // the time-out has no more to tell than that
        } catch (IOException e) {
            throw new WireException(e);
        }
    }

    /** Virtual threads share their carriers by their own will: one that never has to wait has to give way. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void letOthersOn() {
        Thread.yield();
    }

    @Override
    public void write(ByteBuffer bytes) throws WireException {
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

    /**
     * {@code transferTo} does not park a virtual thread: it gives 0 where the socket takes nothing, and blocks the
     * carrier thread of a socket that no virtual thread has written to yet. So the first chunk, and the next one
     * after each 0, is written like any other bytes, and that parks.
     */
    @Override
    public void send(FileChannel file, long position, long count) throws WireException {
        long at = position;
        long end = position + count;
        boolean park = true;
        while (at < end) {
            long sent = park ? copy(file, at, end - at) : transfer(file, at, end - at);
            park = sent == 0;
            at += sent;
            if (sent == TURN) {
                letOthersOn();
            }
        }
    }

    private long copy(FileChannel file, long position, long count) throws WireException {
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
        write(chunk.flip());
        return read;
    }

    private long transfer(FileChannel file, long position, long count) throws WireException {
        guard.arm();
        try {
            return file.transferTo(position, Math.min(TURN, count), channel);
        } catch (IOException e) {
            throw new WireException(e);
        } finally {
            guard.disarm();
        }
    }

    /** A fault after the reply began can only be told by cutting the wire. */
    private WireException broken(IOException fault) {
        LOG.error("Could not go on sending a file to {}: cut the connection", peer, fault);
        abort();
        return new WireException(fault);
    }

    @Override
    public void endOutput() throws WireException {
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            throw new WireException(e);
        }
    }

    @Override
    public void abort() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            LOG.debug("{} was closed already", peer, e);
        }
        close();
    }

    @Override
    public void close() {
        guard.close();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing {} failed", peer, e);
        }
    }
}
