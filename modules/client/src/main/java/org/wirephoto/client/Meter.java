package org.wirephoto.client;

/** Follows one attempt at a transfer. */
final class Meter {
    /** So much has to get through before earlier failures are forgotten: a byte a connection is no progress. */
    private static final long FORGET_BYTES = 64 * 1024;

    private final ProgressListener listener;
    private final long total;
    private final Runnable progressed;
    private long done;
    private long remembered;

    Meter(ProgressListener listener, long done, long total, Runnable progressed) {
        this.listener = listener;
        this.done = done;
        this.total = total;
        this.progressed = progressed;
        this.remembered = done;
        listener.progress(done, total);
    }

    void moved(int bytes) {
        done += bytes;
        if (done - remembered >= FORGET_BYTES) {
            remembered = done;
            progressed.run();
        }
        listener.progress(done, total);
    }
}
