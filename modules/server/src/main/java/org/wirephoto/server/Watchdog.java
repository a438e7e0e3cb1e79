package org.wirephoto.server;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Cuts off what takes too long where the platform knows no time-out: writing to a socket, above all. */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Watchdog.class);
    private static final long UNARMED = 0;

    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration tick;

    /**
     * Starts it.
     *
     * @param tick how often it looks, which is also how much later than asked it may bite
     */
    Watchdog(Duration tick) {
        this.tick = tick;
        Thread.ofPlatform().daemon().name("watchdog").start(this::watch);
    }

    /**
     * A new guard, unarmed.
     *
     * @param limit how long it may stay armed
     * @param bite what to do then, on the watchdog's thread: must not block
     */
    Guard guard(Duration limit, Runnable bite) {
        Guard guard = new Guard(limit.toNanos(), bite);
        guards.add(guard);
        return guard;
    }

    private void watch() {
        try {
            while (!closed.await(tick.toNanos(), TimeUnit.NANOSECONDS)) {
                long now = System.nanoTime();
                for (Guard guard : guards) {
                    guard.look(now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("The watchdog was interrupted: stalled readers are no longer cut off", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** Watches over one thing, which one thread does at a time. */
    final class Guard implements AutoCloseable {
        private final long limit;
        private final Runnable bite;
        private volatile long deadline = UNARMED;

        private Guard(long limit, Runnable bite) {
            this.limit = limit;
            this.bite = bite;
        }

        /** From now on the time counts; arming again starts it afresh. */
        void arm() {
            long time = System.nanoTime() + limit;
            deadline = time == UNARMED ? 1 : time;
        }

        /** The thing is done. */
        void disarm() {
            deadline = UNARMED;
        }

        private void look(long now) {
            long time = deadline;
            if (time != UNARMED && now - time > 0) {
                disarm();
                bite.run();
            }
        }

        @Override
        public void close() {
            guards.remove(this);
        }
    }
}
