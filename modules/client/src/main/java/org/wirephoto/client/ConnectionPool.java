package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one server: those in use are lent out, those that nobody uses are kept for a while. Transfers
 * and short requests have places of their own, so that a list never waits for a large image. For any thread.
 */
final class ConnectionPool implements AutoCloseable {
    private static final int REQUESTS = 2;
    private static final Duration FAREWELLS = Duration.ofMillis(1500);
    private static final int LOOKS_AN_IDLE_TIME = 4;

    private final Dialer dialer;
    private final long idleNanos;
    private final Lane transfers;
    private final Lane requests = new Lane(REQUESTS);
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;

    private record Idle(Connection connection, long since) {}

    ConnectionPool(Dialer dialer, ConnectionSettings settings, Watchdog watchdog) {
        this.dialer = dialer;
        this.idleNanos = settings.times().idle().toNanos();
        this.transfers = new Lane(settings.transfers());
        watchdog.every(settings.times().idle().dividedBy(LOOKS_AN_IDLE_TIME), this::closeUnused);
    }

    /** A connection for a short request; the lease's closing gives it back. */
    Lease forRequest(Cancellation cancellation) throws IOException, RefusedException {
        return lend(requests, cancellation);
    }

    /** A connection for an image to go over; the lease's closing gives it back. */
    Lease forTransfer(Cancellation cancellation) throws IOException, RefusedException {
        return lend(transfers, cancellation);
    }

    private Lease lend(Lane lane, Cancellation cancellation) throws IOException, RefusedException {
        lane.enter(cancellation);
        boolean lent = false;
        try {
            Connection kept = takeIdle();
            Lease lease = new Lease(kept == null ? dialer.dial(cancellation) : kept, lane, cancellation);
            lent = true;
            return lease;
        } finally {
            if (!lent) {
                lane.leave();
            }
        }
    }

    /** The one that was used last: the others may then reach their idle time. */
    private @Nullable Connection takeIdle() {
        while (true) {
            Idle last;
            lock.lock();
            try {
                last = idle.pollLast();
            } finally {
                lock.unlock();
            }
            if (last == null || last.connection.looksAlive()) {
                return last == null ? null : last.connection;
            }
            last.connection.abort();
        }
    }

    /** Keeps a connection that nobody uses any more, if it is any good. */
    void keep(Connection connection) {
        boolean kept = false;
        lock.lock();
        try {
            if (!closed && connection.isReusable()) {
                idle.addLast(new Idle(connection, System.nanoTime()));
                kept = true;
            }
        } finally {
            lock.unlock();
        }
        if (!kept) {
            connection.abort();
        }
    }

    private void closeUnused() {
        List<Connection> unused = new ArrayList<>();
        lock.lock();
        try {
            long now = System.nanoTime();
            while (!idle.isEmpty() && now - idle.getFirst().since >= idleNanos) {
                unused.add(idle.removeFirst().connection);
            }
        } finally {
            lock.unlock();
        }
        unused.forEach(ConnectionPool::farewell);
    }

    private static Thread farewell(Connection connection) {
        return Thread.ofVirtual().name("wirephoto-farewell").start(connection::farewell);
    }

    /** Says goodbye on the connections that nobody uses. Those in use are for the client's cancellation to cut. */
    @Override
    public void close() {
        List<Connection> unused = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            idle.forEach(kept -> unused.add(kept.connection));
            idle.clear();
        } finally {
            lock.unlock();
        }
        List<Thread> farewells = unused.stream().map(ConnectionPool::farewell).toList();
        long end = System.nanoTime() + FAREWELLS.toNanos();
        try {
            for (Thread thread : farewells) {
                var _ = thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unused.forEach(Connection::abort);
    }

    /** A connection in use. */
    final class Lease implements AutoCloseable {
        private final Connection connection;
        private final Lane lane;
        private final Cancellation.Hook hook;

        private Lease(Connection connection, Lane lane, Cancellation cancellation) {
            this.connection = connection;
            this.lane = lane;
            this.hook = cancellation.onCancel(connection::abort);
        }

        Connection connection() {
            return connection;
        }

        @Override
        public void close() {
            hook.close();
            keep(connection);
            lane.leave();
        }
    }
}
