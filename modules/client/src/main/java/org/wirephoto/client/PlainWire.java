package org.wirephoto.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** A bare TCP connection. */
final class PlainWire implements Wire {
    private static final Logger LOG = LogManager.getLogger(PlainWire.class);

    private final SocketChannel channel;

    private PlainWire(SocketChannel channel) {
        this.channel = channel;
    }

    /** Tries the host's addresses one after another. */
    static Wire connect(ServerAddress address, Duration limit) throws IOException {
        IOException failure = new UnknownHostException(address.host());
        for (InetAddress candidate : InetAddress.getAllByName(address.host())) {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.socket().connect(new InetSocketAddress(candidate, address.port()), (int) limit.toMillis());
                return new PlainWire(channel);
            } catch (IOException e) {
                channel.close();
                e.addSuppressed(failure);
                failure = e;
            }
        }
        throw failure;
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
