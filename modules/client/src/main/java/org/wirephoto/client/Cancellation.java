package org.wirephoto.client;

/**
 * Stops what it was handed to, at once and for good: connections in use are cut, pauses end, and the method that
 * waits throws {@link CancelledException}. One may be handed to several transfers. Safe for any thread.
 */
public final class Cancellation {
    /** A cancellation that has not happened. */
    public Cancellation() {}

    /** Stops everything that this was handed to; a second call does nothing. Returns without waiting. */
    public void cancel() {
        throw new UnsupportedOperationException();
    }

    /** Whether {@link #cancel} was called. */
    public boolean isCancelled() {
        throw new UnsupportedOperationException();
    }
}
