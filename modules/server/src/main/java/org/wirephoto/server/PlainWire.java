package org.wirephoto.server;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/** A wire without TLS: files go from the disk to the socket without passing through this process. */
final class PlainWire implements Wire {
    private final PeerChannel channel;

    PlainWire(PeerChannel channel) {
        this.channel = channel;
    }

    @Override
    public InetSocketAddress peer() {
        return channel.peer();
    }

    /** There is nothing to agree on. */
    @Override
    public void open(Duration wait) {}

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public int read(ByteBuffer into, Duration wait) throws WireException {
        return channel.read(into, wait);
    }

    @Override
    public void write(ByteBuffer bytes) throws WireException {
        channel.write(bytes);
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
            long sent = park ? copy(file, at, end - at) : channel.transfer(file, at, end - at);
            park = sent == 0;
            at += sent;
            if (sent == PeerChannel.TURN) {
                PeerChannel.letOthersOn();
            }
        }
    }

    private long copy(FileChannel file, long position, long count) throws WireException {
        ByteBuffer chunk = channel.chunk(file, position, count);
        int size = chunk.remaining();
        channel.write(chunk);
        return size;
    }

    @Override
    public void endOutput() throws WireException {
        channel.endOutput();
    }

    @Override
    public void leave() {
        channel.close();
    }

    @Override
    public void abort() {
        channel.abort();
    }

    @Override
    public void close() {
        channel.close();
    }
}
