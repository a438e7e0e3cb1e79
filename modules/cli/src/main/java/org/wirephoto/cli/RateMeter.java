package org.wirephoto.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast a count of bytes has been growing of late. Used under its owner's lock. */
final class RateMeter {
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(100);

    private record Sample(Instant time, long bytes) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Takes note of the count; the first one is where it starts, and one that shrank starts anew. */
    void note(Instant time, long bytes) {
        if (!samples.isEmpty() && bytes < samples.getLast().bytes()) {
            samples.clear();
        }
        if (samples.size() > 1
                && Duration.between(samples.getLast().time(), time).compareTo(STEP) < 0) {
            return;
        }
        samples.addLast(new Sample(time, bytes));
        while (samples.size() > 2
                && Duration.between(samples.getFirst().time(), time).compareTo(WINDOW) > 0) {
            samples.removeFirst();
        }
    }

    /** Bytes a second, or empty as long as that would be a guess. */
    Optional<Double> bytesPerSecond(Instant now) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        double seconds = Duration.between(samples.getFirst().time(), now).toMillis() / 1000.0;
        long bytes = samples.getLast().bytes() - samples.getFirst().bytes();
        return seconds < 0.2 ? Optional.empty() : Optional.of(bytes / seconds);
    }
}
