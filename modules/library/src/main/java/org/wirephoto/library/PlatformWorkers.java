package org.wirephoto.library;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A few platform threads for work that reads files or computes for long, so that it holds up no carrier of virtual
 * threads. Callers wait for their turn and for the result, together no longer than a limit.
 */
final class PlatformWorkers implements AutoCloseable {
    private final Duration limit;
    private final Semaphore turns;
    private final ThreadPoolExecutor threads;

    PlatformWorkers(String name, int count, Duration limit) {
        this.limit = limit;
        this.turns = new Semaphore(count, true);
        // A thread gives its turn back a moment before it is free: the queue bridges that.
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(count),
                Thread.ofPlatform().name(name, 1).daemon().factory());
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** Runs {@code work} and gives its result; where the limit passes, it goes on alone and keeps its turn. */
    <T> T call(Callable<T> work) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        if (!turns.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("no worker was free for " + limit);
        }
        return await(submit(work), deadline);
    }

    private <T> Future<T> submit(Callable<T> work) throws IOException {
        try {
            return threads.submit(() -> {
                try {
                    return work.call();
                } finally {
                    turns.release();
                }
            });
        } catch (RejectedExecutionException e) {
            turns.release();
            throw new IOException("the library is closed", e);
        }
    }

    private <T> T await(Future<T> result, long deadline) throws IOException, InterruptedException {
        try {
            return result.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException("a worker took longer than " + limit, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException("a worker failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
