package org.wirephoto.desktop.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Work that is done when the test says so, on the test's own thread. */
public final class ManualWork implements Work {
    private final List<Task<?>> tasks = new ArrayList<>();
    private final List<Timed> timed = new ArrayList<>();

    private record Task<T>(Callable<T> call, Consumer<? super T> done, Consumer<? super Trouble> failed) {
        void run() {
            T result;
            try {
                result = call.call();
            } catch (Exception e) {
                failed.accept(Trouble.of(e));
                return;
            }
            done.accept(result);
        }
    }

    private record Timed(Duration pause, Runnable change) {}

    @Override
    public <T> Job start(Callable<T> call, Consumer<? super T> done, Consumer<? super Trouble> failed) {
        Task<T> task = new Task<>(call, done, failed);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public Job after(Duration pause, Runnable change) {
        Timed later = new Timed(pause, change);
        timed.add(later);
        return () -> timed.remove(later);
    }

    /** How many tasks were started and are not done. */
    public int waiting() {
        return tasks.size();
    }

    /** Does the task that was started first. */
    public void one() {
        tasks.removeFirst().run();
    }

    /** Does everything, and what follows from it. */
    public void all() {
        while (!tasks.isEmpty()) {
            one();
        }
    }

    /** Lets all pauses pass. */
    public void elapse() {
        List<Timed> due = List.copyOf(timed);
        timed.clear();
        due.forEach(later -> later.change.run());
    }
}
