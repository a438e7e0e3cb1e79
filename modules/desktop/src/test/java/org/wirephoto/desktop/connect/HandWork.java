package org.wirephoto.desktop.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.UiThread;
import org.wirephoto.desktop.session.Work;

/** Work that is done when the test says so, on its own thread, and a clock that it sets. */
final class HandWork implements Work {
    private final List<Task> tasks = new ArrayList<>();
    private final List<Timer> timers = new ArrayList<>();
    private Duration now = Duration.ZERO;

    UiThread ui() {
        return Runnable::run;
    }

    @Override
    public <T> Job start(Callable<T> task, Consumer<? super T> done, Consumer<? super Trouble> failed) {
        Task[] started = new Task[1];
        started[0] = new Task(() -> {
            Runnable end = end(task, done, failed);
            if (!started[0].cancelled) {
                end.run();
            }
        });
        tasks.add(started[0]);
        return () -> started[0].cancelled = true;
    }

    private static <T> Runnable end(Callable<T> task, Consumer<? super T> done, Consumer<? super Trouble> failed) {
        try {
            T result = task.call();
            return () -> done.accept(result);
        } catch (Exception e) {
            return () -> failed.accept(Trouble.of(e));
        }
    }

    @Override
    public Job after(Duration pause, Runnable change) {
        Timer timer = new Timer(now.plus(pause), change);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    /** Does what was started, and what that starts. */
    void doAll() {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run.run();
        }
    }

    /** Lets time pass, and does what comes up. */
    void pass(Duration time) {
        Duration end = now.plus(time);
        while (true) {
            doAll();
            Timer next = timers.stream()
                    .filter(timer -> timer.due.compareTo(end) <= 0)
                    .min(Comparator.comparing(Timer::due))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            timers.remove(next);
            now = next.due;
            next.change.run();
        }
    }

    int waiting() {
        return timers.size();
    }

    private static final class Task {
        private final Runnable run;
        private boolean cancelled;

        Task(Runnable run) {
            this.run = run;
        }
    }

    private record Timer(Duration due, Runnable change) {}
}
