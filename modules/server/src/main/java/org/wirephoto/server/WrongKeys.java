package org.wirephoto.server;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Remembers where wrong keys came from. Whoever guesses much is slowed down; a right key is never asked about here.
 * Used by any number of threads.
 */
final class WrongKeys {
    private static final int FREE = 10;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    /** A key has 128 bits: whoever has so many addresses still can't guess one. */
    private static final int ADDRESSES = 4096;

    private static final int WAITERS = 64;

    private final Duration delay;
    private final LongSupplier clock;
    private final Semaphore waiters = new Semaphore(WAITERS);
    private final Map<ByteBuffer, Times> addresses = new LinkedHashMap<>();

    /**
     * A memory that is empty.
     *
     * @param delay how long a guess has to wait once there were too many
     * @param clock nanoseconds, from wherever
     */
    WrongKeys(Duration delay, LongSupplier clock) {
        this.delay = delay;
        this.clock = clock;
    }

    /**
     * Notes a wrong key. Where there were too many in the last minute it waits first, but only so many may wait at
     * once: the others go on, to be turned away.
     *
     * @return how many there were
     */
    Amount note(InetAddress address) throws InterruptedException {
        if (!isTooMany(Connections.origin(address))) {
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

    /** How many wrong keys came from one address. */
    enum Amount {
        /** As many as people mistype. */
        FEW,
        /** Too many in a minute: this one had to wait. */
        MANY,
        /** Too many, and too many wait already. */
        FLOOD
    }

    private synchronized boolean isTooMany(ByteBuffer origin) {
        long now = clock.getAsLong();
        Times times = addresses.remove(origin);
        if (times == null) {
            forget(now);
            times = new Times();
        }
        addresses.put(origin, times); // behind all others: the first is the one that was silent longest
        return times.add(now);
    }

    /** Makes room for one more, and drops what is too long ago to matter. */
    private void forget(long now) {
        var oldest = addresses.values().iterator();
        while (oldest.hasNext()) {
            Times times = oldest.next();
            if (addresses.size() < ADDRESSES && now - times.latest <= MINUTE) {
                return;
            }
            oldest.remove();
        }
    }

    /** How many addresses are remembered. */
    synchronized int size() {
        return addresses.size();
    }

    /** When the last wrong keys of one address came. */
    private static final class Times {
        private final long[] ring = new long[FREE];
        private int count;
        private int next;
        private long latest;

        /** Adds one, and tells whether there were as many as are free within the minute before it. */
        boolean add(long now) {
            boolean tooMany = count == FREE && now - ring[next] <= MINUTE;
            ring[next] = now;
            next = (next + 1) % FREE;
            count = Math.min(FREE, count + 1);
            latest = now;
            return tooMany;
        }
    }
}
