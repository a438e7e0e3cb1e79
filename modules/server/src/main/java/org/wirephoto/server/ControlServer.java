package org.wirephoto.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.library.ImageLibrary;

/** Does maintenance in a running server for the commands that ask for it over the control socket. */
final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(ControlServer.class);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int MOST = 4;
    private static final int STOP_SECONDS = 10;
    private static final String BUSY = "The server is at as many pieces of maintenance as it does at once: try later.";

    private final ControlSocket socket;
    private final ImageLibrary library;
    private final ServerDesk desk;
    private final AcceptLoop loop;
    private final Watchdog watchdog = new Watchdog(TICK);
    private final Semaphore room = new Semaphore(MOST);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<ControlSession> sessions = ConcurrentHashMap.newKeySet();

    private ControlServer(ControlSocket socket, ImageLibrary library, ServerDesk desk) {
        this.socket = socket;
        this.desk = desk;
        this.library = library;
        this.loop = AcceptLoop.start("control", socket::accept, this::receive);
    }

    /**
     * Starts to listen.
     *
     * @param data the data folder, which this process has locked
     * @param desk answers what is no maintenance
     */
    static ControlServer start(Path data, ImageLibrary library, ServerDesk desk) throws IOException {
        return new ControlServer(ControlSocket.bind(data), library, desk);
    }

    /** On platform threads, few of them: maintenance reads and hashes for as long as there are images. */
    private void receive(SocketChannel channel) {
        ControlSession session = new ControlSession(new ControlChannel(channel, watchdog, SILENCE), library, desk);
        if (room.tryAcquire()) {
            sessions.add(session);
            session.start(() -> {
                sessions.remove(session);
                room.release();
            });
        } else {
            session.refuse(BUSY);
        }
    }

    /** Takes no more, and ends what runs. */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        loop.close();
        socket.close();
        sessions.forEach(ControlSession::cancel);
        try {
            if (!room.tryAcquire(MOST, STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Maintenance did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while maintenance ended", e);
        }
        watchdog.close();
    }
}
