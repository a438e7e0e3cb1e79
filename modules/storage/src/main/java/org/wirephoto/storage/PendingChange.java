package org.wirephoto.storage;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for its turn, and its caller's way to what became of it.
 *
 * <p>Either the writer begins it or its caller withdraws it, never both: a caller that leaves before the beginning
 * knows that nothing was changed.
 */
final class PendingChange<T, X extends Exception> {
    private enum State {
        WAITING,
        BEGUN,
        WITHDRAWN
    }

    private final Change<T, X> change;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CountDownLatch settled = new CountDownLatch(1);

    // Written by the writer's thread before the latch opens, read by the caller's after.
    private @Nullable T result;
    private @Nullable Throwable failure;

    PendingChange(Change<T, X> change) {
        this.change = change;
    }

    /** Whether the writer may go ahead; if so the caller waits for the end. */
    boolean begin() {
        return state.compareAndSet(State.WAITING, State.BEGUN);
    }

    private boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    /** Runs the change and gives whether what it did shall stay. */
    boolean apply(CatalogueWriter writer) {
        try {
            result = change.apply(writer);
            return true;
        } catch (Throwable e) { // goes to whoever asked for the change, on their thread
            failure = e;
            return false;
        }
    }

    /** What the change threw, if that is a fault of the disk, else the other fault. */
    IOException failureOr(IOException other) {
        return failure instanceof IOException own ? own : other;
    }

    /** Lets the caller have what the change gave or threw. */
    void settle() {
        settled.countDown();
    }

    /** Lets the caller have a fault that undid the change, whatever it gave or threw. */
    void fail(IOException fault) {
        String message = String.valueOf(fault.getMessage());
        // One for each caller: several threads must not share an exception that they may add to.
        IOException own = fault instanceof NoSpaceException
                ? new NoSpaceException(message, fault)
                : new IOException(message, fault);
        if (failure != null) {
            own.addSuppressed(failure);
        }
        failure = own;
        settled.countDown();
    }

    /**
     * Waits for the outcome.
     *
     * @throws InterruptedException if nothing was begun, and now never will be
     */
    T await(Duration limit) throws X, IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (settled.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        return outcome();
                    }
                    throw late(limit);
                } catch (InterruptedException e) {
                    if (withdraw()) {
                        throw e;
                    }
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private IOException late(Duration limit) {
        return withdraw()
                ? new IOException("the catalogue is too busy: the change did not begin within " + limit)
                : new IOException("the change did not end within " + limit + ": nobody knows whether it was made");
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a change throws X, IOException and unchecked, and gives a T
    private T outcome() throws X, IOException {
        return switch (failure) {
            case null -> result;
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw (X) failure;
        };
    }
}
