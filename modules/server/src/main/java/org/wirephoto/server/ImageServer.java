package org.wirephoto.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.ErrorCode;

/** A server at its port: one virtual thread for each connection. */
final class ImageServer implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(ImageServer.class);
    /** How many that are refused may be told so at once; more are just closed. */
    private static final int TURNED_AWAY = 64;

    private static final Duration ABORTED = Duration.ofSeconds(2);

    private final Service service;
    private final WireFactory wires;
    private final Connections connections;
    private final Watchdog watchdog;
    private final Listener listener;
    private final AtomicLong numbers = new AtomicLong();
    private final Semaphore turnedAway = new Semaphore(TURNED_AWAY);

    private ImageServer(Service service, Listening where, WireFactory wires) throws IOException {
        this.service = service;
        this.wires = wires;
        this.connections = new Connections(where.maxConnections(), where.maxConnectionsPerAddress());
        this.watchdog = new Watchdog(service.timings().tick());
        this.listener = Listener.start(where.address(), this::receive);
    }

    /**
     * Starts a server.
     *
     * @param wires what it speaks: with TLS or without
     * @throws java.net.BindException if the address is in use or none of this machine's
     */
    static ImageServer start(Service service, Listening where, WireFactory wires) throws IOException {
        return new ImageServer(service, where, wires);
    }

    /** Where it listens. */
    InetSocketAddress address() throws IOException {
        return listener.address();
    }

    private void receive(SocketChannel channel) throws IOException {
        Wire wire = wire(channel);
        InetAddress address = wire.peer().getAddress();
        String name = "connection-" + numbers.incrementAndGet() + " " + address.getHostAddress();
        if (connections.admit(address)) {
            start(name, () -> serve(wire, address), () -> connections.release(address));
        } else if (turnedAway.tryAcquire()) {
            start(name, () -> turnAway(wire), turnedAway::release);
        } else {
            wire.abort();
        }
    }

    /** Where no thread can be started, its place is free again. */
    private static void start(String name, Runnable task, Runnable giveBack) {
        boolean started = false;
        try {
            Thread.ofVirtual().name(name).start(task);
            started = true;
        } finally {
            if (!started) {
                giveBack.run();
            }
        }
    }

    private Wire wire(SocketChannel channel) throws IOException {
        try {
            return wires.wire(channel, watchdog, service.timings());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void serve(Wire wire, InetAddress address) {
        try (wire) {
            connections.run(new Connection(service, wire));
        } finally {
            connections.release(address);
        }
    }

    private void turnAway(Wire wire) {
        LOG.warn("{} was turned away: too many connections", wire.peer());
        PeerOutput output = new PeerOutput(wire);
        try (wire) {
            wire.open(service.timings().linger());
            output.reply(Refusals.of(ErrorCode.BUSY));
            output.end();
            new PeerInput(wire, output, service.timings())
                    .drain(service.timings().linger());
        } catch (WireException e) {
            LOG.debug("{} did not wait to hear why", wire.peer(), e);
        } finally {
            turnedAway.release();
        }
    }

    /** Ends the connections of those whose keys are no longer good, also in the middle of what they are at. */
    void dropRevoked() {
        int count = connections.cutOff(Connection::isRevoked);
        if (count > 0) {
            LOG.info("{} connections were ended: their keys are no longer good", count);
        }
    }

    /**
     * Stops: takes no new connections, ends those that wait for their peer, gives running exchanges the grace time,
     * and cuts off the rest.
     */
    void stop(Duration grace) throws InterruptedException {
        listener.close();
        int cut = connections.stop(grace);
        if (cut > 0) {
            LOG.warn("{} exchanges took longer than {} and were cut off", cut, grace);
            if (!connections.awaitNone(ABORTED)) {
                LOG.warn("Some of them still have not ended");
            }
        }
        watchdog.close();
    }

    /** Stops at once. */
    @Override
    public void close() {
        try {
            stop(Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while stopping", e);
        }
    }
}
