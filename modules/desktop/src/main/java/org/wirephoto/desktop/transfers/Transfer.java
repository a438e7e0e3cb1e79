package org.wirephoto.desktop.transfers;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.Cancellation;
import org.wirephoto.client.TransferControl;
import org.wirephoto.desktop.session.Trouble;

/** One image on its way. Its properties belong to the UI thread; {@link Transfers} moves it. */
public final class Transfer {
    private final ReadOnlyObjectWrapper<TransferTask> task;
    private final ReadOnlyObjectWrapper<TransferState> state = new ReadOnlyObjectWrapper<>(TransferState.WAITING);
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper bytesPerSecond = new ReadOnlyDoubleWrapper();
    private final Speed speed = new Speed();
    private Optional<Trouble> trouble = Optional.empty();
    private Optional<TransferResult> result = Optional.empty();
    private @Nullable Run run;
    private int attempts;
    private boolean begun;
    /** Written by the thread that moves the bytes, read now and then by the UI thread. */
    private volatile long moved;

    Transfer(TransferTask task) {
        this.task = new ReadOnlyObjectWrapper<>(task);
    }

    /** One time that the task is done; ends some time after it was told to. */
    record Run(TransferControl control) {}

    /** What it does; changes where another name was chosen. */
    public ReadOnlyObjectProperty<TransferTask> taskProperty() {
        return task.getReadOnlyProperty();
    }

    /** What it does. */
    public TransferTask task() {
        return task.get();
    }

    /** Where it is. */
    public ReadOnlyObjectProperty<TransferState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Where it is. */
    public TransferState state() {
        return state.get();
    }

    /** How many bytes are where they belong. */
    public ReadOnlyLongProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** How fast it is, in bytes a second; 0 where it stands still. */
    public ReadOnlyDoubleProperty speedProperty() {
        return bytesPerSecond.getReadOnlyProperty();
    }

    /** How much of it is done, from 0 to 1. */
    public double fraction() {
        if (state() == TransferState.DONE) {
            return 1;
        }
        long size = task().size();
        return size <= 0 ? 0 : Math.clamp(done.get() / (double) size, 0, 1);
    }

    /** How long it will take, where that can be known. */
    public Optional<Duration> timeLeft() {
        return state() == TransferState.RUNNING
                ? speed.timeFor(Math.max(0, task().size() - done.get()))
                : Optional.empty();
    }

    /** Why it stopped; empty while all is well. */
    public Optional<Trouble> trouble() {
        return trouble;
    }

    /** What became of it; empty until it is done. */
    public Optional<TransferResult> result() {
        return result;
    }

    /** How often in a row the server did not answer. */
    int attempts() {
        return attempts;
    }

    /** Whether a thread still works for it: one that was told to stop does so for a moment. */
    boolean isBusy() {
        return run != null;
    }

    /** Whether it was ever at work, and may have left something behind. */
    boolean hasBegun() {
        return begun;
    }

    Run begin() {
        begun = true;
        speed.reset();
        trouble = Optional.empty();
        Run started = new Run(new TransferControl((now, _) -> moved = now, new Cancellation()));
        run = started;
        state.set(TransferState.RUNNING);
        return started;
    }

    /** Has what runs stop soon. */
    void stop() {
        if (run != null) {
            run.control().cancellation().cancel();
        }
    }

    void ended() {
        run = null;
        bytesPerSecond.set(0);
    }

    /** Shows how far it has come. */
    void look(long nanos) {
        long now = moved;
        speed.update(now, nanos);
        if (now > done.get()) {
            attempts = 0;
        }
        done.set(now);
        bytesPerSecond.set(speed.bytesPerSecond());
    }

    void become(TransferState next) {
        state.set(next);
    }

    void become(TransferState next, Trouble why) {
        trouble = Optional.of(why);
        attempts = next == TransferState.OFFLINE ? attempts + 1 : 0;
        state.set(next);
    }

    void finish(TransferResult what) {
        result = Optional.of(what);
        trouble = Optional.empty();
        done.set(Math.max(done.get(), task().size()));
        state.set(TransferState.DONE);
    }

    void change(TransferTask other) {
        task.set(other);
    }
}
