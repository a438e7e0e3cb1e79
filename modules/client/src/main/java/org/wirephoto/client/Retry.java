package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.ErrorCode;

/**
 * Tries again what failed for want of a connection, with pauses that grow, for as long as the policy allows. What
 * the server refused, and what may have been done already, is not tried again.
 */
final class Retry {
    private static final Logger LOG = LogManager.getLogger(Retry.class);

    private final RetryPolicy policy;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private final Pause pause;

    Retry(RetryPolicy policy) {
        this(policy, System::nanoTime, RandomGenerator.getDefault(), Retry::pause);
    }

    Retry(RetryPolicy policy, LongSupplier nanoTime, RandomGenerator random, Pause pause) {
        this.policy = policy;
        this.nanoTime = nanoTime;
        this.random = random;
        this.pause = pause;
    }

    /** What is tried. */
    @FunctionalInterface
    interface Attempt<T> {
        /**
         * Tries once.
         *
         * @param progressed to be run whenever it got on so far that what failed before no longer counts
         */
        T go(Runnable progressed) throws IOException, RefusedException;
    }

    /** How the time between two attempts passes. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration time, Cancellation cancellation) throws CancelledException;
    }

    <T> T run(Cancellation cancellation, Attempt<T> attempt) throws IOException, RefusedException {
        Failures failures = new Failures();
        while (true) {
            try {
                cancellation.check();
                return attempt.go(failures::forget);
            } catch (IOException e) {
                if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
                    throw e instanceof CancelledException ? e : new CancelledException("Stopped.");
                }
                failures.pauseAfter(e, isWorthIt(e), cancellation);
            } catch (RefusedException e) {
                failures.pauseAfter(e, e.errorCode().equals(Optional.of(ErrorCode.BUSY)), cancellation);
            }
        }
    }

    private static boolean isWorthIt(IOException e) {
        return e instanceof UnreachableException || (e instanceof ConnectionLostException lost && lost.outcomeKnown());
    }

    static void pause(Duration time, Cancellation cancellation) throws CancelledException {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (var _ = cancellation.onCancel(cancelled::countDown)) {
            var _ = cancelled.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Interrupted.");
        }
        cancellation.check();
    }

    /** What went wrong since something last went well. */
    private final class Failures {
        private int count;
        private long since;

        private void forget() {
            count = 0;
        }

        private <E extends Exception> void pauseAfter(E failure, boolean worthIt, Cancellation cancellation)
                throws E, CancelledException {
            if (count == 0) {
                since = nanoTime.getAsLong();
            }
            count++;
            Duration time = time();
            Duration gone = Duration.ofNanos(nanoTime.getAsLong() - since);
            if (!worthIt || count >= policy.attempts() || gone.plus(time).compareTo(policy.total()) > 0) {
                throw failure;
            }
            LOG.debug("Attempt {} failed, the next one comes in {} ms", count, time.toMillis(), failure);
            pause.pause(time, cancellation);
        }

        /** Doubled for each failure, and cut at random, so that many clients do not come back at one moment. */
        private Duration time() {
            double full = (double) policy.firstPause().toNanos() * Math.pow(2, count - 1);
            double most = Math.min(full, (double) policy.longestPause().toNanos());
            return Duration.ofNanos((long) (most * (1 + random.nextDouble()) / 2));
        }
    }
}
