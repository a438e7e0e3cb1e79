package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** So many connections may be in use for one purpose at once; who comes later waits for a turn. For any thread. */
final class Lane {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int free;

    Lane(int places) {
        free = places;
    }

    void enter(Cancellation cancellation) throws IOException {
        try (var _ = cancellation.onCancel(this::wake)) {
            lock.lockInterruptibly();
            try {
                long nanos = LONGEST_WAIT.toNanos();
                while (free == 0 && nanos > 0 && !cancellation.isCancelled()) {
                    nanos = changed.awaitNanos(nanos);
                }
                cancellation.check();
                if (free == 0) {
                    throw new IOException("Other transfers left no room for "
                            + TimeUnit.NANOSECONDS.toMinutes(LONGEST_WAIT.toNanos()) + " minutes.");
                }
                free--;
            } finally {
                if (free > 0) {
                    changed.signal(); // whoever was woken and did not go in wakes the next
                }
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Interrupted.");
        }
    }

    void leave() {
        lock.lock();
        try {
            free++;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
