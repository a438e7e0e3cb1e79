package org.wirephoto.server;

import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Tells an exchange that this server cut off, by interrupting its thread, from one that failed. */
final class CutOff {
    private static final Logger LOG = LogManager.getLogger(CutOff.class);

    private CutOff() {}

    /**
     * Does nothing where what was thrown is a fault.
     *
     * @throws InterruptedException where it is what became of an interruption
     */
    static void check(Exception thrown) throws InterruptedException {
        boolean interrupted = Stream.<Throwable>iterate(thrown, e -> e != null, Throwable::getCause)
                .anyMatch(e -> e instanceof InterruptedIOException || e instanceof ClosedByInterruptException);
        if (interrupted || Thread.currentThread().isInterrupted()) {
            LOG.debug("An exchange was cut off", thrown);
            throw new InterruptedException("cut off");
        }
    }
}
