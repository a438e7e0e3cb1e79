package org.wirephoto.client;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The slowest that a body may come or go; time in which the peer is not waited for does not count. */
final class Pace implements AutoCloseable {
    private final long windowNanos;
    private final long floor;
    private final Runnable cut;
    private final AtomicLong moved = new AtomicLong();
    private volatile boolean resting;
    private volatile boolean fired;
    private long seen;
    private long quietSince = System.nanoTime();

    @Nullable
    Future<?> task;

    Pace(long windowNanos, long floor, Runnable cut) {
        this.windowNanos = windowNanos;
        this.floor = floor;
        this.cut = cut;
    }

    void moved(long bytes) {
        moved.addAndGet(bytes);
    }

    /** What follows is not the peer's doing. */
    void rest() {
        resting = true;
    }

    /** The peer is waited for again. */
    void go() {
        resting = false;
    }

    /** Whether the peer was too slow. */
    boolean fired() {
        return fired;
    }

    /** Called by the watchdog's one thread, several times a window. */
    void look() {
        long now = System.nanoTime();
        long total = moved.get();
        if (resting || total - seen >= floor) {
            seen = total;
            quietSince = now;
        } else if (now - quietSince >= windowNanos) {
            fired = true;
            cut.run();
        }
    }

    @Override
    public void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
