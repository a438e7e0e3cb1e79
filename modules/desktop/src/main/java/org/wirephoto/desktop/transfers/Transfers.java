package org.wirephoto.desktop.transfers;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;

/**
 * All that is sent to and fetched from one server: a few at once, the others in their order. What breaks off because
 * the server does not answer goes on by itself. Confined to the UI thread.
 */
public final class Transfers implements AutoCloseable {
    /** How many run at once: the session leaves room for six, and people ask other things too. */
    static final int AT_ONCE = 4;
    /** How many there may be in all. */
    static final int MOST = 10_000;
    /** How many that are over stay in sight. */
    static final int MOST_OVER = 1_000;

    private static final Duration TICK = Duration.ofMillis(250);
    private static final int FIRST_PAUSE_SECONDS = 2;
    private static final int LONGEST_PAUSE_SECONDS = 60;
    private static final int DOUBLINGS = 5;

    private final Session session;
    private final Work work;
    private final LongSupplier nanos;
    private final ObservableList<Transfer> all = FXCollections.observableArrayList();
    private final ObservableList<Transfer> shown = FXCollections.unmodifiableObservableList(all);
    private final Deque<Transfer> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>(Overview.NOTHING);
    private int busy;
    private long moved;
    private boolean ticking;
    private boolean closed;

    /**
     * Transfers of a session, none yet.
     *
     * @param nanos a clock that never goes back, in nanoseconds
     */
    public Transfers(Session session, Work work, LongSupplier nanos) {
        this.session = session;
        this.work = work;
        this.nanos = nanos;
    }

    /** All of them, the oldest first; can't be changed from outside. */
    public ObservableList<Transfer> all() {
        return shown;
    }

    /** How they get on together. */
    public ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /**
     * Takes tasks on, as many as there is room for.
     *
     * @return how many were taken on
     */
    public int add(List<? extends TransferTask> tasks) {
        List<Transfer> added = tasks.stream()
                .limit(closed ? 0 : Math.max(0, MOST - all.size()))
                .<Transfer>map(Transfer::new)
                .toList();
        all.addAll(added);
        waiting.addAll(added);
        pump();
        return added.size();
    }

    /** Stops one that is active for a while; others are left alone. */
    public void pause(Transfer transfer) {
        if (transfer.state().isActive()) {
            transfer.become(TransferState.PAUSED);
            transfer.stop();
            pump();
        }
    }

    /** Has one that is paused or offline go on, or one that failed or was cancelled begin again, before all others. */
    public void resume(Transfer transfer) {
        switch (transfer.state()) {
            case PAUSED, OFFLINE, FAILED, CANCELLED -> queue(transfer);
            case WAITING, RUNNING, TAKEN, DONE -> {}
        }
    }

    /** Stops one that is not over for good. */
    public void cancel(Transfer transfer) {
        if (!transfer.state().isOver()) {
            transfer.become(TransferState.CANCELLED);
            transfer.stop();
            clearUp(transfer);
            trim();
            pump();
        }
    }

    /** Lets one that is taken have its name: what has it now goes. */
    public void replace(Transfer transfer) {
        if (transfer.state() == TransferState.TAKEN) {
            transfer.change(transfer.task().replacing());
            queue(transfer);
        }
    }

    /** Gives one that is taken another name, which the server suggested or which counts on. */
    public void keepBoth(Transfer transfer) {
        if (transfer.state() != TransferState.TAKEN) {
            return;
        }
        transfer.become(TransferState.WAITING);
        Optional<ImageName> suggestion = transfer.trouble().flatMap(Trouble::suggestion);
        TransferTask task = transfer.task();
        work.start(
                () -> task.renamed(suggestion.orElseGet(task::nextName)),
                renamed -> {
                    transfer.change(renamed);
                    if (transfer.state() == TransferState.WAITING) {
                        queue(transfer);
                    }
                },
                trouble -> end(transfer, TransferState.FAILED, trouble));
    }

    /** Does one thing with all for which it makes sense. */
    public void forEach(Predicate<Transfer> which, Consumer<Transfer> action) {
        List.copyOf(all).stream().filter(which).forEach(action);
    }

    /** Takes those that are over out of the list. */
    public void clearOver() {
        all.removeIf(transfer -> transfer.state().isOver() && !transfer.isBusy());
        look();
    }

    /** The server answers again: what waited for it goes on. */
    public void reconnected() {
        forEach(transfer -> transfer.state() == TransferState.OFFLINE, this::queue);
    }

    /** Whether something would be broken off by closing now. */
    public boolean hasActive() {
        return all.stream().anyMatch(transfer -> transfer.state().isActive());
    }

    /** Stops everything, and takes nothing on any more. Returns without waiting. */
    @Override
    public void close() {
        closed = true;
        waiting.clear();
        forEach(transfer -> !transfer.state().isOver(), this::cancel);
    }

    private void queue(Transfer transfer) {
        transfer.become(TransferState.WAITING);
        waiting.addFirst(transfer);
        pump();
    }

    private void pump() {
        List<Transfer> stillEnding = new ArrayList<>();
        while (busy < AT_ONCE && !closed && !waiting.isEmpty()) {
            Transfer next = waiting.removeFirst();
            if (next.isBusy()) {
                stillEnding.add(next);
            } else if (next.state() == TransferState.WAITING) {
                start(next);
            }
        }
        waiting.addAll(stillEnding);
        look();
        tick();
    }

    private void start(Transfer transfer) {
        busy++;
        TransferTask task = transfer.task();
        Transfer.Run run = transfer.begin();
        work.start(
                () -> task.run(session, run.control()),
                result -> succeeded(transfer, result),
                trouble -> failed(transfer, trouble));
    }

    private void succeeded(Transfer transfer, TransferResult result) {
        ended(transfer);
        moved += transfer.task().size();
        transfer.finish(result);
        trim();
        pump();
    }

    private void failed(Transfer transfer, Trouble trouble) {
        ended(transfer);
        if (transfer.state() != TransferState.RUNNING) {
            clearUp(transfer);
            pump(); // it was told to stop, and has
            return;
        }
        if (waitsForServer(trouble)) {
            transfer.become(TransferState.OFFLINE, trouble);
            work.after(pause(transfer.attempts()), () -> {
                if (transfer.state() == TransferState.OFFLINE) {
                    queue(transfer);
                }
            });
            pump();
        } else {
            end(transfer, isTaken(trouble) ? TransferState.TAKEN : over(trouble), trouble);
        }
    }

    /** What the end of the program breaks off leaves its part: it can be gone on with. */
    private void clearUp(Transfer transfer) {
        if (!closed && transfer.state() == TransferState.CANCELLED && !transfer.isBusy()) {
            TransferTask task = transfer.task();
            work.start(
                    () -> {
                        task.abandon();
                        return true;
                    },
                    _ -> {},
                    _ -> {});
        }
    }

    private void ended(Transfer transfer) {
        busy--;
        transfer.look(nanos.getAsLong());
        transfer.ended();
    }

    private void end(Transfer transfer, TransferState state, Trouble trouble) {
        transfer.become(state, trouble);
        trim();
        pump();
    }

    private static TransferState over(Trouble trouble) {
        return trouble.kind() == Trouble.Kind.CANCELLED ? TransferState.CANCELLED : TransferState.FAILED;
    }

    private static boolean isTaken(Trouble trouble) {
        return trouble.kind() == Trouble.Kind.FILE_EXISTS
                || trouble.code().equals(Optional.of(ErrorCode.ALREADY_EXISTS));
    }

    private static boolean waitsForServer(Trouble trouble) {
        return switch (trouble.kind()) {
            case UNREACHABLE, LOST, TOO_MUCH -> true;
            case REFUSED ->
                trouble.code()
                        .filter(code -> code == ErrorCode.BUSY || code == ErrorCode.TIMEOUT)
                        .isPresent();
            default -> false;
        };
    }

    private static Duration pause(int attempts) {
        int seconds = FIRST_PAUSE_SECONDS << Math.clamp(attempts - 1L, 0, DOUBLINGS);
        return Duration.ofSeconds(Math.min(seconds, LONGEST_PAUSE_SECONDS));
    }

    /** Forgets the oldest of those that are over, so that a program that runs for weeks stays small. */
    private void trim() {
        long over = all.stream().filter(each -> each.state().isOver()).count();
        for (int i = 0; over > MOST_OVER && i < all.size(); i++) {
            if (all.get(i).state().isOver() && !all.get(i).isBusy()) {
                all.remove(i);
                i--;
                over--;
            }
        }
    }

    private void tick() {
        if (busy > 0 && !ticking && !closed) {
            ticking = true;
            work.after(TICK, () -> {
                ticking = false;
                look();
                tick();
            });
        }
    }

    private void look() {
        long now = nanos.getAsLong();
        for (Transfer transfer : all) {
            if (transfer.state() == TransferState.RUNNING) {
                transfer.look(now);
            }
        }
        overview.set(Overview.of(all, moved));
        if (overview.get().active() == 0 && overview.get().count(TransferState.PAUSED) == 0) {
            moved = 0;
        }
    }
}
