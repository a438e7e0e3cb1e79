package org.wirephoto.client;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits for what another thread brings about and does not tell. */
final class Eventually {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private Eventually() {}

    /** What a number is once it has not changed for half a second. */
    static long settled(LongSupplier number) throws TimeoutException {
        long[] last = {number.getAsLong(), System.nanoTime()};
        holds(() -> {
            long now = System.nanoTime();
            if (number.getAsLong() != last[0]) {
                last[0] = number.getAsLong();
                last[1] = now;
            }
            return now - last[1] > QUIET_NANOS;
        });
        return last[0];
    }

    static void holds(BooleanSupplier condition) throws TimeoutException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new TimeoutException("it never came true");
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
