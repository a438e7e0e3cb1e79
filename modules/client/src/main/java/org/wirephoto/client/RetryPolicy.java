package org.wirephoto.client;

import java.time.Duration;

/**
 * How long a client goes on after a connection was lost. The pauses double from the first to the longest, each cut
 * at random by up to a half. Both bounds count from the first failure after the last progress: a transfer that gets on
 * may be interrupted as often as it likes.
 *
 * @param attempts how often something is tried in all, at least 1
 * @param firstPause before the second attempt
 * @param longestPause the most between two attempts
 * @param total after how long no further attempt is made
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause, Duration total) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no attempt, or a time is negative
     */
    public RetryPolicy {
        if (attempts < 1 || firstPause.isNegative() || longestPause.isNegative() || total.isNegative()) {
            throw new IllegalArgumentException(
                    attempts + " attempts, pauses " + firstPause + " to " + longestPause + ", in all " + total);
        }
    }

    /** Seven attempts, with pauses of a quarter of a second to eight seconds, within a minute. */
    public static RetryPolicy standard() {
        return new RetryPolicy(7, Duration.ofMillis(250), Duration.ofSeconds(8), Duration.ofMinutes(1));
    }

    /** One attempt and no other. */
    public static RetryPolicy never() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
