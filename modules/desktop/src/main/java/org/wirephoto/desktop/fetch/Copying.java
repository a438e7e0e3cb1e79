package org.wirephoto.desktop.fetch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wirephoto.client.Cancellation;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.TransferControl;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.Work;

/** Has copies made: one for all who want the same, and none that nobody wants any more. Confined to the UI thread. */
final class Copying {
    private final Copies copies;
    private final Work work;
    private final Map<Copies.Key, Run> running = new HashMap<>();

    Copying(Copies copies, Work work) {
        this.copies = copies;
        this.work = work;
    }

    private record Waiter(Consumer<? super Path> done, Consumer<? super Trouble> failed) {}

    private static final class Run {
        private final Cancellation cancellation = new Cancellation();
        private final List<Waiter> waiters = new ArrayList<>();
    }

    /** Has an image copied. Exactly one of the two hears of it, unless it is cancelled. */
    Job copy(RemoteImage image, Consumer<? super Path> done, Consumer<? super Trouble> failed) {
        Copies.Key key = Copies.Key.of(image);
        Waiter waiter = new Waiter(done, failed);
        Run before = running.get(key);
        Run run = before == null ? new Run() : before;
        run.waiters.add(waiter);
        if (before == null) {
            running.put(key, run);
            start(key, run, image);
        }
        return () -> leave(key, run, waiter);
    }

    private void start(Copies.Key key, Run run, RemoteImage image) {
        TransferControl control = new TransferControl((_, _) -> {}, run.cancellation);
        work.start(
                () -> copies.of(image, control),
                file -> end(key, run).forEach(waiter -> waiter.done.accept(file)),
                trouble -> end(key, run).forEach(waiter -> waiter.failed.accept(trouble)));
    }

    private List<Waiter> end(Copies.Key key, Run run) {
        running.remove(key, run);
        return List.copyOf(run.waiters);
    }

    private void leave(Copies.Key key, Run run, Waiter waiter) {
        run.waiters.remove(waiter);
        if (run.waiters.isEmpty()) {
            run.cancellation.cancel();
            running.remove(key, run);
        }
    }
}
