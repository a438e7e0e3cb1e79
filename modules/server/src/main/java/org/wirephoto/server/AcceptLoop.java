package org.wirephoto.server;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Takes new connections in, on a thread of its own, until there is nothing to take them from any more. It survives all
 * that can fail: a server out of file descriptors or memory listens again when it has some.
 */
final class AcceptLoop implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(AcceptLoop.class);
    private static final int PAUSE_MILLIS = 200;

    private final Source source;
    private final Receiver receiver;
    private final CountDownLatch closed = new CountDownLatch(1);

    private AcceptLoop(Source source, Receiver receiver) {
        this.source = source;
        this.receiver = receiver;
    }

    /** Starts it, on a thread of that name. */
    static AcceptLoop start(String name, Source source, Receiver receiver) {
        AcceptLoop loop = new AcceptLoop(source, receiver);
        Thread.ofPlatform().daemon().name(name).start(loop::run);
        return loop;
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                accept();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("Interrupted: no new connections", e);
        }
    }

    private void accept() throws InterruptedException {
        try {
            hand(source.accept());
            return;
        } catch (ClosedChannelException e) {
            LOG.debug("No longer listening", e);
            close();
        } catch (Throwable e) {
            LOG.error("A new connection could not be taken", e);
        }
        closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void hand(SocketChannel channel) throws IOException {
        try {
            receiver.receive(channel);
        } catch (Throwable e) {
            LOG.error("A new connection could not be served", e);
            channel.close();
        }
    }

    /** No more pauses: the source is about to be closed, which is what ends the loop. */
    @Override
    public void close() {
        closed.countDown();
    }

    /** Where connections come from. */
    @FunctionalInterface
    interface Source {
        /**
         * Waits for the next one.
         *
         * @throws ClosedChannelException if there will be none any more
         */
        SocketChannel accept() throws IOException;
    }

    /** Takes over a new connection; must not block. */
    @FunctionalInterface
    interface Receiver {
        /** Takes it over; where this throws, it is closed. */
        void receive(SocketChannel channel) throws IOException;
    }
}
