package org.wirephoto.desktop.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.client.ImageEvent;

/** What happens at a server, as it happens. Read by one thread; may be closed by any. */
public interface Events extends AutoCloseable {
    /**
     * Waits for the next event.
     *
     * @param limit the longest to wait
     * @return the event, or empty where none came in time
     * @throws IOException if no event comes any more
     * @throws InterruptedException if the thread was interrupted
     */
    Optional<ImageEvent> next(Duration limit) throws IOException, InterruptedException;

    @Override
    void close();
}
