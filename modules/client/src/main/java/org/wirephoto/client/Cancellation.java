package org.wirephoto.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stops what it was handed to, at once and for good: connections in use are cut, pauses end, and the method that
 * waits throws {@link CancelledException}. One may be handed to several transfers. Safe for any thread.
 */
public final class Cancellation {
    private final Set<Hook> hooks = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /** A cancellation that has not happened. */
    public Cancellation() {}

    /** Stops everything that this was handed to; a second call does nothing. Returns without waiting. */
    public void cancel() {
        cancelled = true;
        hooks.forEach(Hook::run);
    }

    /** Whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Has {@code action} run at the cancellation, at once if that was before; perhaps twice. */
    Hook onCancel(Runnable action) {
        Hook hook = new Hook(action);
        hooks.add(hook);
        if (cancelled) {
            hook.run();
        }
        return hook;
    }

    void check() throws CancelledException {
        if (cancelled) {
            throw new CancelledException("Stopped.");
        }
    }

    /** An action that waits for the cancellation, until it is closed. */
    final class Hook implements AutoCloseable {
        private final Runnable action;

        private Hook(Runnable action) {
            this.action = action;
        }

        private void run() {
            action.run();
        }

        @Override
        public void close() {
            hooks.remove(this);
        }
    }
}
