package org.wirephoto.desktop.gallery;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.desktop.session.Events;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.UiThread;
import org.wirephoto.desktop.session.Work;

/** Waits for events on a thread of {@link Work} and hands them to the UI thread, in bunches while that is busy. */
final class LiveEvents implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 500;

    private final Session session;
    private final Work work;
    private final UiThread ui;
    private final Consumer<List<ImageEvent>> happened;
    private final Consumer<Trouble> ended;
    private @Nullable Following current;

    LiveEvents(Session session, Work work, UiThread ui, Consumer<List<ImageEvent>> happened, Consumer<Trouble> ended) {
        this.session = session;
        this.work = work;
        this.ui = ui;
        this.happened = happened;
        this.ended = ended;
    }

    /** Follows from a token on, unless something is followed already: that misses nothing either. */
    void follow(String since) {
        if (current != null) {
            return;
        }
        Following following = new Following();
        current = following;
        following.job = work.start(
                () -> {
                    following.run(since);
                    return since;
                },
                _ -> {},
                trouble -> {
                    current = null;
                    ended.accept(trouble);
                });
    }

    @Override
    public void close() {
        Following following = current;
        if (following != null) {
            current = null;
            following.stop();
        }
    }

    private final class Following {
        private final List<ImageEvent> gathered = new ArrayList<>();
        private Job job = Job.none();
        private volatile boolean stopped;

        void run(String since) throws IOException, InterruptedException {
            try (Events events = session.watch(since)) {
                while (!stopped) {
                    var event = events.next(LOOK);
                    if (event.isPresent()) {
                        gather(event.get());
                    }
                }
            }
        }

        /** Waits while the UI thread has that many to take, so that the server is made to wait in its turn. */
        private void gather(ImageEvent event) throws InterruptedException {
            synchronized (gathered) {
                while (gathered.size() >= MOST_AT_ONCE && !stopped) {
                    gathered.wait(LOOK.toMillis());
                }
                gathered.add(event);
                if (gathered.size() > 1) {
                    return;
                }
            }
            ui.run(this::take);
        }

        private void take() {
            List<ImageEvent> taken;
            synchronized (gathered) {
                taken = List.copyOf(gathered);
                gathered.clear();
                gathered.notifyAll();
            }
            if (current == this) {
                happened.accept(taken);
            }
        }

        void stop() {
            stopped = true;
            job.cancel();
        }
    }
}
