package org.wirephoto.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.ServerAddress;

/** A bare TCP connection. */
final class PlainWire implements Wire {
    private static final Logger LOG = LogManager.getLogger(PlainWire.class);

    private final SocketChannel channel;

    private PlainWire(SocketChannel channel) {
        this.channel = channel;
    }

    /** Tries the host's addresses one after another; {@code limit} is for all of them and for finding them. */
    static PlainWire connect(ServerAddress address, Duration limit) throws IOException {
        long start = System.nanoTime();
        List<InetSocketAddress> candidates = Stream.of(InetAddress.getAllByName(address.host()))
                .map(candidate -> new InetSocketAddress(candidate, address.port()))
                .toList();
        return connect(candidates, limit.minusNanos(System.nanoTime() - start));
    }

    /** Tries one after another; each may take an equal share of what the ones before it left of the time. */
    static PlainWire connect(List<InetSocketAddress> candidates, Duration limit) throws IOException {
        long start = System.nanoTime();
        List<IOException> failures = new ArrayList<>();
        for (InetSocketAddress candidate : candidates) {
            Duration left = limit.minusNanos(System.nanoTime() - start);
            try {
                return connect(candidate, left.dividedBy(candidates.size() - failures.size()));
            } catch (IOException e) {
                failures.add(e); // thrown below if no other address does better
            }
        }
        IOException last = failures.removeLast();
        failures.forEach(last::addSuppressed);
        throw last;
    }

    private static PlainWire connect(InetSocketAddress candidate, Duration limit) throws IOException {
        SocketChannel channel = SocketChannel.open();
        boolean connected = false;
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // 0 would be no limit at all
            channel.socket().connect(candidate, Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE));
            connected = true;
            return new PlainWire(channel);
        } finally {
            if (!connected) {
                channel.close();
            }
        }
    }

    SocketChannel channel() {
        return channel;
    }

    @Override
    public InputStream input() throws IOException {
        return channel.socket().getInputStream();
    }

    @Override
    public OutputStream output() throws IOException {
        return channel.socket().getOutputStream();
    }

    @Override
    public boolean isQuiet() {
        try {
            channel.configureBlocking(false);
            int read = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return read == 0;
        } catch (IOException e) {
            LOG.debug("A connection that was kept has ended", e);
            return false;
        }
    }

    @Override
    public boolean isPrivate() {
        return channel.socket().getInetAddress().isLoopbackAddress();
    }

    @Override
    public void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void abort() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing a connection failed", e);
        }
    }
}
