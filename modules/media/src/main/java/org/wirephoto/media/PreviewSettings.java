package org.wirephoto.media;

import java.time.Duration;

/**
 * What a {@link PreviewMaker} may use.
 *
 * @param threads how many images are decoded at once, 1 to 64
 * @param budgetBytes how much memory all decodes together may take by estimate, in and outside of the heap; at
 *     least 16 MiB
 * @param limit how long one rendering may take, the wait for its turn included; more than zero
 */
public record PreviewSettings(int threads, long budgetBytes, Duration limit) {
    private static final int MOST_THREADS = 64;
    private static final long LEAST_BUDGET = 16L << 20;
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    /** Checks the ranges. */
    public PreviewSettings {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads out of range: " + threads);
        }
        if (budgetBytes < LEAST_BUDGET) {
            throw new IllegalArgumentException("budgetBytes out of range: " + budgetBytes);
        }
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("limit out of range: " + limit);
        }
    }

    /** What suits this process: half of its processors and of the heap that it may grow to, and 30 seconds. */
    public static PreviewSettings defaults() {
        Runtime runtime = Runtime.getRuntime();
        int threads = Math.clamp(runtime.availableProcessors() / 2, 1, MOST_THREADS);
        return new PreviewSettings(threads, Math.max(runtime.maxMemory() / 2, LEAST_BUDGET), USUAL_LIMIT);
    }
}
