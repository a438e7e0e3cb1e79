package org.wirephoto.library;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.wirephoto.protocol.Event;

/**
 * The events of the library as one watcher sees them, in the order of their commits, for one thread.
 *
 * <p>Nothing is held in memory for a watcher that does not ask: one that comes back too late is told to list afresh.
 */
public final class EventFeed implements AutoCloseable {
    EventFeed() {}

    /** The token to tell the watcher at its start: the newest that it need not be told again. */
    public String seq() {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits for what comes next.
     *
     * @param wait how long to wait, at most
     * @return some events, {@link Event.Reset} where the watcher can't be told one by one; empty where nothing came
     * @throws InterruptedException where the thread was interrupted, or the library closed
     */
    public List<Event> next(Duration wait) throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Ends the watching. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
