package org.wirephoto.desktop.transfers;

import java.time.Duration;
import java.util.Optional;

/** How fast bytes move: the mean of the last seconds, the latest counting most. */
final class Speed {
    /** After so long a change has come through for the most part. */
    private static final double MEMORY_SECONDS = 3;

    private static final double NANOS = 1e9;
    private static final double STANDSTILL = 1;
    private static final long LONGEST_SECONDS = 100L * 3600;

    private long lastBytes;
    private long lastNanos;
    private boolean started;
    private double bytesPerSecond;

    /** Begins anew: bytes that were moved before do not count. */
    void reset() {
        started = false;
        bytesPerSecond = 0;
    }

    /** Takes note of how many bytes have been moved by now. */
    void update(long bytes, long nanos) {
        if (!started || bytes < lastBytes) {
            started = true;
        } else {
            double seconds = (nanos - lastNanos) / NANOS;
            if (seconds <= 0) {
                return;
            }
            double now = (bytes - lastBytes) / seconds;
            double weight = bytesPerSecond == 0 ? 1 : 1 - Math.exp(-seconds / MEMORY_SECONDS);
            bytesPerSecond += weight * (now - bytesPerSecond);
        }
        lastBytes = bytes;
        lastNanos = nanos;
    }

    double bytesPerSecond() {
        return bytesPerSecond;
    }

    /** How long so many bytes will take at this speed, or empty where nobody can know. */
    Optional<Duration> timeFor(long bytes) {
        if (bytesPerSecond < STANDSTILL || bytes / bytesPerSecond > LONGEST_SECONDS) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds((long) Math.ceil(bytes / bytesPerSecond)));
    }
}
