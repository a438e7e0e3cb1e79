package org.wirephoto.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same to many things, several at once; once the server is lost or Ctrl+C was pressed, no further one is begun. */
final class Batch {
    private final int atOnce;

    Batch(int atOnce) {
        this.atOnce = atOnce;
    }

    /** What became of the items that were begun, in the order in which they ended. */
    <T> List<ExitCode> run(List<T> items, Function<T, ExitCode> work) {
        Queue<T> waiting = new ConcurrentLinkedQueue<>(items);
        List<ExitCode> outcomes = Collections.synchronizedList(new ArrayList<>());
        List<Future<?>> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("wirephoto-transfer-", 1).factory())) {
            for (int i = 0; i < Math.min(atOnce, items.size()); i++) {
                workers.add(threads.submit(() -> {
                    for (T item = waiting.poll(); item != null; item = waiting.poll()) {
                        ExitCode outcome = work.apply(item);
                        outcomes.add(outcome);
                        if (outcome == ExitCode.UNREACHABLE || outcome == ExitCode.INTERRUPTED) {
                            waiting.clear();
                        }
                    }
                }));
            }
        }
        workers.forEach(Batch::rethrow);
        return List.copyOf(outcomes);
    }

    private static void rethrow(Future<?> ended) {
        try {
            ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a transfer's thread failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
