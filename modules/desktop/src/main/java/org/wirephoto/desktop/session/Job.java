package org.wirephoto.desktop.session;

/** Work that was started. */
@FunctionalInterface
public interface Job {
    /** Stops it: nobody hears of it any more. A second call does nothing. On the UI thread. */
    void cancel();

    /** One that is done. */
    static Job none() {
        return () -> {};
    }
}
