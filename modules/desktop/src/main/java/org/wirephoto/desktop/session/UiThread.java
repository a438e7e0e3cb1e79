package org.wirephoto.desktop.session;

/**
 * The one thread that may touch what a person sees. View-models are confined to it; in tests it is the test's own.
 */
@FunctionalInterface
public interface UiThread {
    /** Has a change made there, after those that were asked for before. Returns without waiting. */
    void run(Runnable change);
}
