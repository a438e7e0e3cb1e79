package org.wirephoto.client;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Runs what can be neither limited nor interrupted, such as looking a host's name up, on a thread of its own. The
 * thread is left behind when the time is up.
 */
final class Aside {
    private Aside() {}

    /** What is run. */
    @FunctionalInterface
    interface Task<T> {
        T run() throws Exception;
    }

    /**
     * Runs {@code task} and waits for its result.
     *
     * @param unwanted takes a result that nobody waits for any more
     * @throws ExecutionException if the task failed; an error of this program is thrown as it is
     */
    static <T> T run(Task<T> task, Consumer<T> unwanted, Duration limit, Cancellation cancellation)
            throws TimeoutException, ExecutionException, CancelledException {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("wirephoto-aside").start(() -> run(task, unwanted, future));
        try (var _ = cancellation.onCancel(() -> future.cancel(false))) {
            return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (CancellationException e) {
            throw new CancelledException("Stopped.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error broken) {
                throw broken; // this program's fault, not the server's
            }
            throw e;
        } finally {
            future.cancel(false);
        }
    }

    private static <T> void run(Task<T> task, Consumer<T> unwanted, CompletableFuture<T> future) {
        try {
            T result = task.run();
            if (!future.complete(result)) {
                unwanted.accept(result);
            }
        } catch (Exception | Error e) {
            future.completeExceptionally(e); // for the thread that waits
        }
    }
}
