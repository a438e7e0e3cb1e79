package org.wirephoto.desktop.connect;

import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Work;

/**
 * Watches over the connection to one server: notices when it is gone, and when it is back. Confined to the UI thread.
 */
final class LinkModel implements AutoCloseable {
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(5);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Pulse pulse;
    private final Work work;
    private final ReadOnlyObjectWrapper<LinkState> state = new ReadOnlyObjectWrapper<>(new LinkState.Up());
    private final Backoff backoff = new Backoff();
    private Job next = Job.none();
    private boolean asking;
    private boolean closed;

    /** Begins to watch over a server that has just answered. */
    LinkModel(Pulse pulse, Work work) {
        this.pulse = pulse;
        this.work = work;
        next = work.after(BETWEEN_BEATS, this::ask);
    }

    /** How it stands. */
    ReadOnlyObjectProperty<LinkState> state() {
        return state.getReadOnlyProperty();
    }

    /** Asks the server at once: something else that was asked of it was lost, or a person wants to know. */
    void check() {
        if (!asking) {
            next.cancel();
            ask();
        }
    }

    private void ask() {
        if (asking || closed) {
            return;
        }
        asking = true;
        if (!(state.get() instanceof LinkState.Up)) {
            state.set(new LinkState.Trying());
        }
        next = work.start(pulse::beat, this::felt, _ -> felt(new Pulse.Beat.Missed()));
    }

    private void felt(Pulse.Beat beat) {
        asking = false;
        switch (beat) {
            case Pulse.Beat.Felt _ -> {
                backoff.reset();
                state.set(new LinkState.Up());
                next = work.after(BETWEEN_BEATS, this::ask);
            }
            case Pulse.Beat.Missed _ -> wait(backoff.next());
            case Pulse.Beat.Changed _ -> state.set(new LinkState.Changed());
            case Pulse.Beat.Refused refused -> state.set(new LinkState.Refused(refused.trouble()));
        }
    }

    private void wait(int seconds) {
        state.set(new LinkState.Lost(seconds));
        next = work.after(SECOND, () -> {
            if (seconds == 1) {
                ask();
            } else {
                wait(seconds - 1);
            }
        });
    }

    /** Watches no more. */
    @Override
    public void close() {
        closed = true;
        next.cancel();
        work.start(
                () -> {
                    pulse.close();
                    return true;
                },
                _ -> {},
                _ -> {});
    }
}
