package org.wirephoto.media;

import java.time.Duration;

/** Tells one decode, which nothing can interrupt from outside, that it should end: it asks. For any threads. */
final class Stop {
    private final long deadline;
    private volatile boolean told;

    Stop(Duration limit) {
        deadline = System.nanoTime() + limit.toNanos();
    }

    /** Ends the decode before its time is over. */
    void tell() {
        told = true;
    }

    boolean isDue() {
        return told || nanosLeft() <= 0;
    }

    /** How long is left, not negative. */
    long nanosLeft() {
        return Math.max(0, deadline - System.nanoTime());
    }
}
