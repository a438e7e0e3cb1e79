package org.wirephoto.server;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Cuts off what takes too long where the platform knows no time-out: writing to a socket, above all. */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Watchdog.class);
    private static final long UNARMED = 0;

    private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final LongSupplier clock;

    /**
     * Starts it.
     *
     * @param tick how often it looks, which is also how much later than asked it may bite
     */
    Watchdog(Duration tick) {
        this(System::nanoTime);
        Thread.ofPlatform().daemon().name("watchdog").start(() -> watch(tick));
    }

    /**
     * One that looks only when {@link #look} is called.
     *
     * @param clock nanoseconds, from wherever
     */
    Watchdog(LongSupplier clock) {
        this.clock = clock;
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

    private void watch(Duration tick) {
        try {
            while (!closed.await(tick.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("The watchdog was interrupted: stalled readers are no longer cut off", e);
        }
    }

    /** Looks after each guard once. */
    void look() {
        long now = clock.getAsLong();
        for (Guard guard : guards) {
            try {
                guard.look(now);
            } catch (RuntimeException e) {
                LOG.error("Something that took too long could not be cut off", e); // the others must be all the same
            }
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
        private final AtomicLong deadline = new AtomicLong(UNARMED);

        private Guard(long limit, Runnable bite) {
            this.limit = limit;
            this.bite = bite;
        }

        /** From now on the time counts; arming again starts it afresh. */
        void arm() {
            long time = clock.getAsLong() + limit;
            deadline.set(time == UNARMED ? 1 : time);
        }

        /** The thing is done. */
        void disarm() {
            deadline.set(UNARMED);
        }

        private void look(long now) {
            long time = deadline.get();
            if (time != UNARMED && now - time > 0 && deadline.compareAndSet(time, UNARMED)) {
                bite.run();
            }
        }

        @Override
        public void close() {
            guards.remove(this);
        }
    }
}
