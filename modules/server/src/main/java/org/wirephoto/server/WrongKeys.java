package org.wirephoto.server;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Remembers where wrong keys came from. Whoever guesses much is slowed down; a right key is never asked about here.
 * Used by any number of threads.
 */
final class WrongKeys {
    private static final int FREE = 10;
    private static final int WAITERS = 64;

    private final Duration delay;
    private final Semaphore waiters = new Semaphore(WAITERS);
    private final RateByOrigin origins;

    /**
     * A memory that is empty.
     *
     * @param delay how long a guess has to wait once there were too many
     * @param clock nanoseconds, from wherever
     */
    WrongKeys(Duration delay, LongSupplier clock) {
        this.delay = delay;
        this.origins = new RateByOrigin(FREE, clock);
    }

    /**
     * Notes a wrong key. Where there were too many in the last minute it waits first, but only so many may wait at
     * once: the others go on, to be turned away.
     *
     * @return how many there were
     */
    Amount note(InetAddress address) throws InterruptedException {
        if (!origins.isTooMany(address)) {
            return Amount.FEW;
        }
        if (!waiters.tryAcquire()) {
            return Amount.FLOOD;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
            return Amount.MANY;
        } finally {
            waiters.release();
        }
    }

    /** How many addresses are remembered. */
    int size() {
        return origins.size();
    }

    /** How many wrong keys came from one address. */
    enum Amount {
        /** As many as people mistype. */
        FEW,
        /** Too many in a minute: this one had to wait. */
        MANY,
        /** Too many, and too many wait already. */
        FLOOD
    }
}
