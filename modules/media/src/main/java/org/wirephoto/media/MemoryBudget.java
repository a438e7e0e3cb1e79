package org.wirephoto.media;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How much memory all decodes together may take, by estimate; who comes first is served first. For any threads. */
final class MemoryBudget {
    private static final int UNIT = 64 << 10;

    private final long bytes;
    private final Semaphore units;

    MemoryBudget(long bytes) {
        this.bytes = bytes;
        this.units = new Semaphore(units(bytes), true);
    }

    long bytes() {
        return bytes;
    }

    /** Whether so much could ever be had. */
    boolean covers(long wanted) {
        return wanted <= bytes;
    }

    /** Waits for a share until it is stopped; false where the time was over first. */
    boolean take(long share, Stop stop) throws InterruptedException {
        return units.tryAcquire(units(share), stop.nanosLeft(), TimeUnit.NANOSECONDS);
    }

    void giveBack(long share) {
        units.release(units(share));
    }

    /** What nobody holds, in bytes, rounded down. */
    long free() {
        return (long) units.availablePermits() * UNIT;
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
    }
}
