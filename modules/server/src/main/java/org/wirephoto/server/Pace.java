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

    Pace(Timings timings) {
        limit = timings.stall().toNanos();
        stretch = Math.max(1, timings.slowest() * limit / SECOND);
    }

    /** How much longer to wait, at most; 0 or less where the peer is too slow. */
    Duration patience() {
        return Duration.ofNanos(limit - waited);
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
