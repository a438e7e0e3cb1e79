package org.wirephoto.client;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A limit to one wait; closing it in time calls it off. */
final class Guard implements AutoCloseable {
    private final Runnable cut;
    private volatile boolean fired;

    @Nullable
    Future<?> task;

    Guard(Runnable cut) {
        this.cut = cut;
    }

    void fire() {
        fired = true;
        cut.run();
    }

    /** Whether the limit was reached. */
    boolean fired() {
        return fired;
    }

    @Override
    public void close() {
        if (task != null) {
            task.cancel(false);
        }
    }
}
