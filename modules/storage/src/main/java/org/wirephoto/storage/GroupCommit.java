package org.wirephoto.storage;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Digest;

/**
 * The one writer: a platform thread that takes the changes that wait, applies them one after another in one
 * transaction, commits, and only then tells their callers. While a commit goes to disk the next changes gather, so
 * the more there are, the more share a commit.
 */
final class GroupCommit implements AutoCloseable {
    /** What happens around the commits of the catalogue. */
    interface Around {
        /** Runs before a transaction begins. */
        void beforeChanges();

        /** Runs within the transaction, after its changes. */
        void beforeCommit() throws IOException;

        /**
         * Runs after the callers were told.
         *
         * @param told whether there are new events
         */
        void afterCommit(boolean told);

        /** Runs now and then, between transactions, while nothing waits. */
        void idle();
    }

    private static final Logger LOG = LogManager.getLogger();
    private static final int MOST_WAITING = 1_024;
    private static final int MOST_TOGETHER = 256;
    private static final Duration LONGEST_TOGETHER = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Database database;
    private final Around around;
    private final BlockingQueue<PendingChange<?, ?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean closing;

    /** Starts the writer on a connection that is its own until it is closed. */
    GroupCommit(Database database, Around around) {
        this.database = database;
        this.around = around;
        this.thread = Thread.ofPlatform().daemon().name("catalogue-writer").start(this::run);
    }

    /** What {@link Catalogue#write} promises. */
    <T, X extends Exception> T write(Change<T, X> change) throws X, IOException, InterruptedException {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a change can't wait for another one");
        }
        PendingChange<T, X> pending = new PendingChange<>(change);
        if (!closing && !waiting.offer(pending, LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("the catalogue is too busy: " + MOST_WAITING + " changes wait already");
        }
        if (closing && pending.begin()) { // else the writer has it, or has already refused it
            throw closed();
        }
        return pending.await(LIMIT);
    }

    private void run() {
        while (!closing) {
            try {
                PendingChange<?, ?> first = waiting.poll(IDLE.toNanos(), TimeUnit.NANOSECONDS);
                if (first == null) {
                    around.idle();
                } else {
                    commitTogether(first);
                }
            } catch (InterruptedException e) {
                LOG.debug("Nobody interrupts the writer on purpose; it goes on", e);
            } catch (RuntimeException | Error e) { // the top of this thread: without it no change would ever end
                LOG.error("The catalogue's writer goes on after a fault", e);
            }
        }
        for (PendingChange<?, ?> late = waiting.poll(); late != null; late = waiting.poll()) {
            if (late.begin()) {
                late.fail(closed());
            }
        }
    }

    private static IOException closed() {
        return new IOException("the catalogue is closed");
    }

    private void commitTogether(PendingChange<?, ?> first) {
        List<PendingChange<?, ?>> begun = new ArrayList<>();
        boolean told;
        around.beforeChanges();
        try {
            told = database.transaction(() -> {
                boolean any = applyAll(first, begun);
                around.beforeCommit();
                return any;
            });
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("A commit failed; changes undone with it: {}", begun.size(), e);
            IOException fault = e instanceof IOException io ? io : new IOException("the commit failed", e);
            if (begun.isEmpty() && first.begin()) {
                begun.add(first);
            }
            begun.forEach(change -> change.fail(fault));
            return;
        }
        begun.forEach(PendingChange::settle);
        around.afterCommit(told);
    }

    private boolean applyAll(PendingChange<?, ?> first, List<PendingChange<?, ?>> begun) throws IOException {
        Set<Digest> unnamed = new HashSet<>();
        long end = System.nanoTime() + LONGEST_TOGETHER.toNanos();
        boolean told = false;
        PendingChange<?, ?> next = first;
        while (next != null) {
            if (next.begin()) {
                begun.add(next);
                told |= applyAlone(next, new SqliteWriter(database, unnamed));
            }
            boolean more = begun.size() < MOST_TOGETHER && System.nanoTime() - end < 0 && !closing;
            next = more ? waiting.poll() : null;
        }
        return told;
    }

    /** Applies one change so that it can be undone without the others. */
    private boolean applyAlone(PendingChange<?, ?> change, SqliteWriter writer) throws IOException {
        database.run("SAVEPOINT one");
        boolean stays = change.apply(writer);
        boolean told = writer.end();
        if (!stays) {
            undo(change);
        }
        database.run("RELEASE one");
        return stays && told;
    }

    private void undo(PendingChange<?, ?> change) throws IOException {
        try {
            database.run("ROLLBACK TO one");
        } catch (IOException e) { // the change's fault made SQLite undo the whole transaction
            throw change.failureOr(e);
        }
    }

    /** Commits what is under way and fails what waits; the connection is its owner's again. */
    @Override
    public void close() throws IOException {
        closing = true;
        PendingChange<Boolean, RuntimeException> nothing = new PendingChange<>(writer -> true);
        if (!waiting.offer(nothing)) {
            LOG.debug("The writer needs no waking: it has its hands full");
        }
        try {
            if (!thread.join(LIMIT)) {
                throw new IOException("the catalogue's writer did not end within " + LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the catalogue's writer ended", e);
        }
    }
}
