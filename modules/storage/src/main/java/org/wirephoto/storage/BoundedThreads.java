package org.wirephoto.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A few platform threads that do what would hold up the carrier of a virtual thread: SQLite, and forcing files to
 * disk. Callers park until it is done; nothing waits in a queue but they.
 */
final class BoundedThreads implements AutoCloseable {
    /** Something that may fail as disks do. */
    @FunctionalInterface
    interface Task<T> {
        T run() throws IOException;
    }

    private static final Duration LAST_WAIT = Duration.ofSeconds(10);

    private final ExecutorService threads;
    private final Semaphore free;
    private final String name;
    private final Duration limit;

    /**
     * Makes the threads.
     *
     * @param name what the threads are called
     * @param count how many there are
     * @param limit how long a caller waits for a thread, and then for its answer
     */
    BoundedThreads(String name, int count, Duration limit) {
        this.name = name;
        this.limit = limit;
        this.free = new Semaphore(count, true);
        // Daemons: a program that ends without closing the store must not hang, and loses nothing.
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    /** Has a task run and gives what it gave, or throws what it threw. */
    <T> T call(Task<T> task) throws IOException {
        try {
            if (!free.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("too busy: none of the threads " + name + " was free within " + limit);
            }
            return start(task).get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted while waiting").initCause(e);
        } catch (TimeoutException e) {
            throw new IOException("too slow: no answer from the threads " + name + " within " + limit, e);
        } catch (ExecutionException e) {
            throw thrownBy(e.getCause());
        }
    }

    private <T> Future<T> start(Task<T> task) throws IOException {
        try {
            return threads.submit(() -> {
                try {
                    return task.run();
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException e) {
            free.release();
            throw new IOException("closed", e);
        }
    }

    private static IOException thrownBy(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new IOException("a task failed and nobody knows why");
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> new IOException(cause);
        };
    }

    /** Takes no more tasks and gives those under way a little time to end. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
