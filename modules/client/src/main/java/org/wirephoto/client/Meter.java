package org.wirephoto.client;

/** Follows one attempt at a transfer. */
final class Meter {
    /** So much has to come before earlier failures are forgotten: a byte a connection is no progress. */
    static final long RECEIVED = 64 * 1024;
    /** The same for what is sent, which says little until it fills more than the buffers on its way. */
    static final long SENT = 8 * 1024 * 1024;

    private final ProgressListener listener;
    private final long total;
    private final long step;
    private final Runnable progressed;
    private long done;
    private long remembered;

    Meter(ProgressListener listener, long done, long total, long step, Runnable progressed) {
        this.listener = listener;
        this.done = done;
        this.total = total;
        this.step = step;
        this.progressed = progressed;
        this.remembered = done;
        listener.progress(done, total);
    }

    void moved(int bytes) {
        done += bytes;
        if (done - remembered >= step) {
            remembered = done;
            progressed.run();
        }
        listener.progress(done, total);
    }
}
