package org.wirephoto.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Takes new connections in, on a thread of its own, and hands each on. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Listener.class);
    private static final int BACKLOG = 256;
    private static final int PAUSE_MILLIS = 200;

    private final ServerSocketChannel channel;
    private final Receiver receiver;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Listener(ServerSocketChannel channel, Receiver receiver) {
        this.channel = channel;
        this.receiver = receiver;
    }

    /**
     * Starts to listen.
     *
     * @throws BindException if the address is in use or none of this machine's
     */
    static Listener start(InetSocketAddress address, Receiver receiver) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, BACKLOG);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        Listener listener = new Listener(channel, receiver);
        Thread.ofPlatform().daemon().name("listener").start(listener::listen);
        return listener;
    }

    /** Where it listens. */
    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    private void listen() {
        try {
            while (channel.isOpen()) {
                accept();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("The listener was interrupted: no new connections", e);
        }
    }

    /** Survives all that can fail: a server out of file descriptors listens again when it has some. */
    private void accept() throws InterruptedException {
        try {
            receiver.receive(channel.accept());
        } catch (ClosedChannelException e) {
            LOG.debug("No longer listening", e);
        } catch (IOException | RuntimeException e) {
            LOG.warn("A new connection could not be taken", e);
            closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("Closing the port failed", e);
        }
    }

    /** Takes over a new connection; must not block. */
    @FunctionalInterface
    interface Receiver {
        void receive(SocketChannel channel) throws IOException;
    }
}
