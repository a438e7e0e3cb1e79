package org.wirephoto.desktop.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work that is done on the test's own thread when it says so, by a clock that the test sets. */
public final class TestWork implements Work {
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final List<Timed> timed = new ArrayList<>();
    private Duration now = Duration.ZERO;

    /** Something to be done at a time. */
    private record Timed(Duration due, Runnable change) {}

    /** Nothing to do yet. */
    public TestWork() {}

    @Override
    public <T> Job start(Callable<T> task, Consumer<? super T> done, Consumer<? super Trouble> failed) {
        boolean[] cancelled = {false};
        started.add(() -> {
            Runnable end = ending(task, done, failed);
            if (!cancelled[0]) {
                end.run();
            }
        });
        return () -> cancelled[0] = true;
    }

    private static <T> Runnable ending(Callable<T> task, Consumer<? super T> done, Consumer<? super Trouble> failed) {
        try {
            T result = task.call();
            return () -> done.accept(result);
        } catch (Exception e) {
            return () -> failed.accept(Trouble.of(e));
        }
    }

    @Override
    public Job after(Duration pause, Runnable change) {
        Timed later = new Timed(now.plus(pause), change);
        timed.add(later);
        return () -> timed.remove(later);
    }

    /** How many tasks were started and not done. */
    public int waiting() {
        return started.size();
    }

    /** How much is to be done at a time that has not come. */
    public int timers() {
        return timed.size();
    }

    /** Does the task that was started first. */
    public void doOne() {
        started.removeFirst().run();
    }

    /** Does what was started, and what that starts. */
    public void doAll() {
        while (!started.isEmpty()) {
            doOne();
        }
    }

    /** Lets time pass, and does what becomes due, tasks included. */
    public void pass(Duration time) {
        Duration end = now.plus(time);
        doAll();
        var next = next(end);
        while (next != null) {
            timed.remove(next);
            now = next.due();
            next.change().run();
            doAll();
            next = next(end);
        }
        now = end;
    }

    /** The clock, in nanoseconds. */
    public long nanos() {
        return now.toNanos();
    }

    private @Nullable Timed next(Duration end) {
        return timed.stream()
                .filter(each -> each.due().compareTo(end) <= 0)
                .min(Comparator.comparing(Timed::due))
                .orElse(null);
    }
}
