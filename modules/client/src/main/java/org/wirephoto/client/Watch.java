package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens at a server, as it happens. Has a connection and a virtual thread of its own until it is closed.
 *
 * <p>A lost connection is made again for as long as the watch is open, and nothing is missed: what happened in the
 * meantime follows, or {@link ImageEvent.Reset} where the server can't tell it any more. A server that shows no sign
 * of life for two and a half heartbeats counts as lost. At most 256 events wait here; after that the server is made
 * to wait, and sends a reset in the end. Safe for any thread.
 */
public final class Watch implements AutoCloseable {
    Watch() {}

    /**
     * Waits for the next event.
     *
     * @param limit the longest to wait
     * @return the event, or empty where none came in time
     * @throws RefusedException if the server will not have this client watch any more (its key was taken back, say)
     * @throws CancelledException if the watch was closed
     * @throws IOException if what answers now makes no sense; the watch has ended
     * @throws InterruptedException if the thread was interrupted
     */
    public Optional<ImageEvent> next(Duration limit) throws IOException, RefusedException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Ends the watch and its connection; a thread that waits in {@link #next} gets {@link CancelledException}. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
