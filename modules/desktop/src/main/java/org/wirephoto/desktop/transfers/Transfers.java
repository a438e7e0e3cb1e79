package org.wirephoto.desktop.transfers;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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
    /** How many there may be in all: as many as a gallery lists. */
    static final int MOST = 500_000;
    /** How many of them are in the list; the others follow when some of those are over. */
    static final int MOST_LISTED = 10_000;
    /** How many that are done or cancelled stay in sight. */
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
    private final Deque<TransferTask> later = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>(Overview.NOTHING);
    private int busy;
    private long moved;
    private long laterBytes;
    private boolean bulk;
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

    /** Those that are listed, the oldest first; can't be changed from outside. */
    public ObservableList<Transfer> all() {
        return shown;
    }

    /** How they get on together, with those that are not listed yet. */
    public ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /**
     * Takes tasks on, as many as there is room for.
     *
     * @return how many were taken on
     */
    public int add(List<? extends TransferTask> tasks) {
        int taken = Math.min(room(), tasks.size());
        for (TransferTask task : tasks.subList(0, taken)) {
            later.add(task);
            laterBytes += task.size();
        }
        settle();
        return taken;
    }

    /** How many would be taken on now. */
    public int room() {
        return closed ? 0 : Math.max(0, MOST - all.size() - later.size());
    }

    /** Lists as many as there is room for. */
    private void fill() {
        List<Transfer> added = new ArrayList<>();
        while (!later.isEmpty() && all.size() + added.size() < MOST_LISTED) {
            TransferTask task = later.removeFirst();
            laterBytes -= task.size();
            added.add(new Transfer(task));
        }
        all.addAll(added);
        waiting.addAll(added);
    }

    /** Stops one that is active for a while; others are left alone. */
    public void pause(Transfer transfer) {
        if (transfer.state().isActive()) {
            transfer.become(TransferState.PAUSED);
            transfer.stop();
            settle();
        }
    }

    /** Has one that is paused or offline go on, or one that failed or was cancelled begin again, before all others. */
    public void resume(Transfer transfer) {
        switch (transfer.state()) {
            case PAUSED, OFFLINE, FAILED, CANCELLED -> {
                queue(transfer);
                settle();
            }
            case WAITING, RUNNING, TAKEN, DONE -> {}
        }
    }

    /** Stops one that is not over for good. */
    public void cancel(Transfer transfer) {
        if (!transfer.state().isOver()) {
            transfer.become(TransferState.CANCELLED);
            transfer.stop();
            clearUp(transfer);
            settle();
        }
    }

    /** Lets one that is taken have its name: what has it now goes. */
    public void replace(Transfer transfer) {
        if (transfer.state() == TransferState.TAKEN) {
            transfer.change(transfer.task().replacing());
            queue(transfer);
            settle();
        }
    }

    /** Gives those that are taken other names, which the server suggested or which count on. */
    public void keepBoth(List<Transfer> those) {
        List<Transfer> taken = those.stream()
                .filter(each -> each.state() == TransferState.TAKEN)
                .toList();
        List<Callable<TransferTask>> ways =
                taken.stream().map(Transfers::renaming).toList();
        together(taken, each -> each.become(TransferState.WAITING));
        work.start(
                () -> {
                    List<TransferTask> tasks = new ArrayList<>();
                    for (Callable<TransferTask> way : ways) {
                        tasks.add(way.call());
                    }
                    return tasks;
                },
                tasks -> {
                    Iterator<TransferTask> next = tasks.reversed().iterator();
                    together(taken.reversed(), each -> renamed(each, next.next()));
                },
                trouble -> together(taken, each -> end(each, TransferState.FAILED, trouble)));
    }

    /** Looks at the disk, where the name is a file's. */
    private static Callable<TransferTask> renaming(Transfer transfer) {
        Optional<ImageName> suggestion = transfer.trouble().flatMap(Trouble::suggestion);
        TransferTask task = transfer.task();
        return () -> task.renamed(suggestion.orElseGet(task::nextName));
    }

    private void renamed(Transfer transfer, TransferTask task) {
        transfer.change(task);
        if (transfer.state() == TransferState.WAITING) {
            queue(transfer);
        }
    }

    /** Does one thing with all that are listed and in such a state. */
    public void forEach(Predicate<TransferState> which, Consumer<Transfer> action) {
        // The last first: what begins again does so before all others, and so they keep their order.
        together(in(which).reversed(), action);
    }

    /** Those that are listed and in such a state, the oldest first. */
    public List<Transfer> in(Predicate<TransferState> which) {
        return all.stream().filter(each -> which.test(each.state())).toList();
    }

    private void together(List<Transfer> those, Consumer<Transfer> action) {
        bulk = true;
        try {
            those.forEach(action);
        } finally {
            bulk = false;
        }
        settle();
    }

    /** Takes those that are over out of the list. */
    public void clearOver() {
        forget(idle(TransferState::isOver));
        settle();
    }

    /** The server answers again: what waited for it goes on. */
    public void reconnected() {
        forEach(state -> state == TransferState.OFFLINE, this::queue);
    }

    /** How many would be broken off by closing now, or forgotten with a question that nobody has answered. */
    public int unfinished() {
        return later.size() + in(state -> !state.isOver()).size();
    }

    /** Stops everything, and takes nothing on any more. Returns without waiting. */
    @Override
    public void close() {
        closed = true;
        waiting.clear();
        later.clear();
        laterBytes = 0;
        forEach(state -> !state.isOver(), this::cancel);
    }

    private void queue(Transfer transfer) {
        transfer.become(TransferState.WAITING);
        waiting.addFirst(transfer);
        next();
    }

    /** Looks at all that there are, so not at every turn of each of them. */
    private void settle() {
        if (bulk) {
            return;
        }
        trim();
        fill();
        pump();
        look();
        tick();
    }

    private void pump() {
        List<Transfer> stillEnding = new ArrayList<>();
        while (busy < AT_ONCE && !bulk && !closed && !waiting.isEmpty()) {
            Transfer next = waiting.removeFirst();
            if (next.isBusy()) {
                stillEnding.add(next);
            } else if (next.state() == TransferState.WAITING) {
                start(next);
            }
        }
        waiting.addAll(stillEnding);
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
        next();
    }

    /** The others go on at once; what they have come to is looked at now and then. */
    private void next() {
        pump();
        if (busy == 0) {
            settle();
        }
    }

    private void failed(Transfer transfer, Trouble trouble) {
        ended(transfer);
        if (transfer.state() != TransferState.RUNNING) {
            clearUp(transfer);
            next(); // it was told to stop, and has
            return;
        }
        if (waitsForServer(trouble)) {
            transfer.become(TransferState.OFFLINE, trouble);
            work.after(pause(transfer.attempts()), () -> {
                if (transfer.state() == TransferState.OFFLINE) {
                    queue(transfer);
                }
            });
            next();
        } else {
            end(transfer, isTaken(transfer.task(), trouble) ? TransferState.TAKEN : over(trouble), trouble);
        }
    }

    /** What the end of the program breaks off leaves its part: it can be gone on with. */
    private void clearUp(Transfer transfer) {
        if (!closed && transfer.hasBegun() && transfer.state() == TransferState.CANCELLED && !transfer.isBusy()) {
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
        next();
    }

    private static TransferState over(Trouble trouble) {
        return trouble.kind() == Trouble.Kind.CANCELLED ? TransferState.CANCELLED : TransferState.FAILED;
    }

    private static boolean isTaken(TransferTask task, Trouble trouble) {
        return trouble.kind() == Trouble.Kind.FILE_EXISTS
                || trouble.code().equals(Optional.of(ErrorCode.ALREADY_EXISTS))
                // the image that was to go has gone, and another has its name
                || (task instanceof SendTask && trouble.code().equals(Optional.of(ErrorCode.CHANGED)));
    }

    private static boolean waitsForServer(Trouble trouble) {
        return switch (trouble.kind()) {
            case UNREACHABLE, LOST, LOST_UNSURE, TOO_MUCH -> true;
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

    /**
     * Forgets the oldest of those that are over, so that a program that runs for weeks stays small; but none that
     * failed before somebody has seen it.
     */
    private void trim() {
        List<Transfer> over = idle(state -> state == TransferState.DONE || state == TransferState.CANCELLED);
        if (over.size() > MOST_OVER) {
            forget(over.subList(0, over.size() - MOST_OVER));
        }
    }

    private List<Transfer> idle(Predicate<TransferState> which) {
        return in(which).stream().filter(each -> !each.isBusy()).toList();
    }

    /** One change of the list, and not one for each. */
    private void forget(List<Transfer> those) {
        all.removeAll(Set.copyOf(those));
    }

    private void tick() {
        if (busy > 0 && !ticking && !closed) {
            ticking = true;
            work.after(TICK, () -> {
                ticking = false;
                settle();
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
        overview.set(Overview.of(all, moved, new Overview.Later(later.size(), laterBytes)));
        if (overview.get().active() == 0 && overview.get().count(TransferState.PAUSED) == 0) {
            moved = 0;
        }
    }
}
