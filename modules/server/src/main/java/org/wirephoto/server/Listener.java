package org.wirephoto.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Takes new connections in, on a thread of its own, and hands each on. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Listener.class);
    private static final int BACKLOG = 256;

    private final ServerSocketChannel channel;
    private final AcceptLoop loop;

    private Listener(ServerSocketChannel channel, AcceptLoop.Receiver receiver) {
        this.channel = channel;
        this.loop = AcceptLoop.start("listener", channel::accept, receiver);
    }

    /**
     * Starts to listen.
     *
     * @throws BindException if the address is in use or none of this machine's
     */
    static Listener start(InetSocketAddress address, AcceptLoop.Receiver receiver) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, BACKLOG);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new Listener(channel, receiver);
    }

    /** Where it listens. */
    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    @Override
    public void close() {
        loop.close();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("Closing the port failed", e);
        }
    }
}
