package org.wirephoto.server;

import java.time.Duration;

/**
 * How fast a line or a body comes: each stretch of as many bytes as the slowest rate brings in the stall time may
 * take no more waiting than that time. Only waiting for the peer counts, not what this server does in between.
 */
final class Pace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long limit;
    private final long stretch;
    private long waited;
    private long came;

    private final long start = System.nanoTime();
    private final long whole;

    Pace(Timings timings) {
        this(timings, Long.MAX_VALUE);
    }

    private Pace(Timings timings, long whole) {
        this.whole = whole;
        limit = timings.stall().toNanos();
        stretch = Math.max(1, timings.slowest() * limit / SECOND);
    }

    /** Of something that has to be here in all within a time from now. */
    static Pace within(Timings timings, Duration time) {
        return new Pace(timings, time.toNanos());
    }

    /** How much longer to wait, at most; 0 or less where the peer is too slow. */
    Duration patience() {
        return Duration.ofNanos(Math.min(limit - waited, whole - (System.nanoTime() - start)));
    }

    /** Some bytes came after some waiting. */
    void came(int bytes, long nanos) {
        waited += nanos;
        came += bytes;
        if (came >= stretch) {
            came = 0;
            waited = 0;
        }
    }
}
