package org.wirephoto.server;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts by the minute what comes from each address, for a bounded number of them. Used by any number of threads. */
final class RateByOrigin {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int ADDRESSES = 4096;

    private final int free;
    private final LongSupplier clock;
    private final Map<ByteBuffer, Times> addresses = new LinkedHashMap<>();

    /**
     * A memory that is empty.
     *
     * @param free how much of one address is not too much in a minute
     * @param clock nanoseconds, from wherever
     */
    RateByOrigin(int free, LongSupplier clock) {
        this.free = free;
        this.clock = clock;
    }

    /** Counts one more of an address, and tells whether there were as many as are free within the minute before it. */
    synchronized boolean isTooMany(InetAddress address) {
        ByteBuffer origin = Connections.origin(address);
        long now = clock.getAsLong();
        Times times = addresses.remove(origin);
        if (times == null) {
            forget(now);
            times = new Times(free);
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

    /** When the last ones of one address came. */
    private static final class Times {
        private final long[] ring;
        private int count;
        private int next;
        private long latest;

        Times(int free) {
            ring = new long[free];
        }

        boolean add(long now) {
            boolean tooMany = count == ring.length && now - ring[next] <= MINUTE;
            ring[next] = now;
            next = (next + 1) % ring.length;
            count = Math.min(ring.length, count + 1);
            latest = now;
            return tooMany;
        }
    }
}
