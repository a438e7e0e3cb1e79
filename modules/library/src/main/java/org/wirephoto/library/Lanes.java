package org.wirephoto.library;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that do the same kind of work side by side for one caller. After the first failure nothing new begins,
 * and the caller is told of it.
 */
final class Lanes implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Lanes.class);
    private static final int LONGEST_END_SECONDS = 60;

    private final int count;
    private final Semaphore free;
    private final ThreadPoolExecutor threads;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Lanes(String name, int count) {
        this.count = count;
        this.free = new Semaphore(count);
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(count),
                Thread.ofPlatform().name(name, 1).daemon().factory());
    }

    /** Waits for a free lane and has it do the work. */
    void add(Work work) throws IOException, InterruptedException {
        free.acquire();
        try {
            failIfFailed();
            threads.execute(() -> run(work));
        } catch (IOException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException | RuntimeException | Error e) { // the top of this task
            failure.compareAndSet(null, e); // the caller gets it, at its next step
        } finally {
            free.release();
        }
    }

    /** Waits until all is done. */
    void finish() throws IOException, InterruptedException {
        free.acquire(count);
        free.release(count);
        failIfFailed();
    }

    private void failIfFailed() throws IOException {
        Throwable failed = failure.get();
        if (failed instanceof IOException e) {
            throw e;
        }
        if (failed != null) {
            throw new IOException("a lane failed", failed);
        }
    }

    /** Waits until what is under way is done, for a while, and then interrupts it. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a lane did not end within {} s", LONGEST_END_SECONDS);
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** What a lane does. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }
}
