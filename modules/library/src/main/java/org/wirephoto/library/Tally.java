package org.wirephoto.library;

import java.io.IOException;
import java.util.Optional;

/** Counts what a piece of maintenance does, tells its listener, and lets that stop it. Safe for several threads; the listener hears one at a time. */
final class Tally {
    private final MaintenanceListener listener;
    private long total;
    private long seen;
    private long done;
    private long unchanged;
    private long bytes;
    private long findings;
    private long leftovers;

    /**
     * Begins to count.
     *
     * @param total how many bytes there will be, as far as is known
     */
    Tally(MaintenanceListener listener, long total) {
        this.listener = listener;
        this.total = total;
    }

    /** Some bytes of {@code item} were dealt with. */
    synchronized void progress(long more, String item) throws StoppedException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        seen += more;
        total = Math.max(total, seen);
        if (!listener.progressed(new MaintenanceListener.Progress(seen, total, item))) {
            throw new StoppedException();
        }
    }

    /** An image of this size is done. */
    synchronized void done(long size) {
        done++;
        bytes += size;
    }

    /** An image needed nothing. */
    synchronized void unchanged() {
        unchanged++;
    }

    /** There are more files that nothing names. */
    synchronized void leftovers(long more) {
        leftovers += more;
    }

    void found(String code, String subject, String sentence) {
        found(new Finding(code, subject, sentence, Optional.empty()));
    }

    synchronized void found(Finding finding) {
        findings++;
        listener.found(finding);
    }

    /** Does the work and reports on it, whether it goes through or is stopped. */
    <X extends Exception> MaintenanceReport report(Work<X> work) throws X, InterruptedException {
        boolean complete = true;
        try {
            work.run();
        } catch (StoppedException e) {
            complete = false; // the listener wanted it so, and the report says it
        }
        return report(complete);
    }

    private synchronized MaintenanceReport report(boolean complete) {
        return new MaintenanceReport(done, unchanged, bytes, findings, leftovers, complete);
    }

    /** What is counted. */
    @FunctionalInterface
    interface Work<X extends Exception> {
        void run() throws X, StoppedException, InterruptedException;
    }

    /** The listener said no; it passes through all that knows of input and output alone. */
    static final class StoppedException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
