package org.wirephoto.client;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.wirephoto.protocol.Limits;

/**
 * Ends waits that last too long, by cutting what they wait for: writes on a socket have no time-out of their own, and
 * a peer that sends a byte now and then outwits the one of reads.
 */
final class Watchdog implements AutoCloseable {
    private static final int LOOKS_A_WINDOW = 4;

    private final ScheduledThreadPoolExecutor timer;

    Watchdog() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("wirephoto-watchdog").factory());
        timer.setRemoveOnCancelPolicy(true);
        // After the end nothing is watched, and nothing needs to be: everything was cut.
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Runs {@code cut} unless the guard is closed within {@code limit}. */
    Guard limit(Duration limit, Runnable cut) {
        Guard guard = new Guard(cut);
        guard.task = timer.schedule(guard::fire, limit.toNanos(), TimeUnit.NANOSECONDS);
        return guard;
    }

    /** Runs {@code cut} once less than the slowest rate was moved for all of {@code window}. */
    Pace pace(Duration window, Runnable cut) {
        long floor = Math.max(1, Limits.SLOWEST_BYTES_PER_SECOND * window.toMillis() / TimeUnit.SECONDS.toMillis(1));
        Pace pace = new Pace(window.toNanos(), floor, cut);
        long step = Math.max(1, window.toNanos() / LOOKS_A_WINDOW);
        pace.task = timer.scheduleWithFixedDelay(pace::look, step, step, TimeUnit.NANOSECONDS);
        return pace;
    }

    /** Runs {@code task} again and again until the watchdog is closed. */
    void every(Duration interval, Runnable task) {
        var _ = timer.scheduleWithFixedDelay(task, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
