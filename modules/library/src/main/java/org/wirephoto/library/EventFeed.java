package org.wirephoto.library;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.Event;
import org.wirephoto.storage.Catalogue;

/**
 * The events of the library as one watcher sees them, in the order of their commits, for one thread.
 *
 * <p>Nothing is held in memory for a watcher that does not ask: one that comes back too late is told to list afresh.
 */
public final class EventFeed implements AutoCloseable {
    private static final int BATCH = 200;
    private static final long POLL_NANOS = Duration.ofSeconds(5).toNanos();

    private final Catalogue catalogue;
    private final CommitBell bell;
    private final String seq;
    private String last;
    private volatile boolean closed;

    private EventFeed(Catalogue catalogue, CommitBell bell, String seq, String last) {
        this.catalogue = catalogue;
        this.bell = bell;
        this.seq = seq;
        this.last = last;
    }

    /** A feed of what comes after {@code since}, or after now. */
    static EventFeed open(Catalogue catalogue, CommitBell bell, Optional<String> since) throws IOException {
        String now = catalogue.token();
        String from = since.orElse(now);
        boolean known = catalogue.events(from, 1).isPresent();
        return new EventFeed(catalogue, bell, known ? from : now, from);
    }

    /** The token to tell the watcher at its start: the newest that it need not be told again. */
    public String seq() {
        return seq;
    }

    /**
     * Waits for what comes next.
     *
     * @param wait how long to wait, at most
     * @return some events, {@link Event.Reset} where the watcher can't be told one by one; empty where nothing came
     * @throws IOException where the feed or the library was closed, or the disk fails
     * @throws InterruptedException where the thread was interrupted
     */
    public List<Event> next(Duration wait) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            if (closed || bell.isClosed()) {
                throw new IOException("the library is closed");
            }
            long rings = bell.rings();
            List<Event> events = poll();
            long left = deadline - System.nanoTime();
            if (!events.isEmpty() || left <= 0) {
                return events;
            }
            bell.await(rings, Math.min(left, POLL_NANOS)); // other processes commit without ringing
        }
    }

    private List<Event> poll() throws IOException {
        Optional<List<Event>> events = catalogue.events(last, BATCH);
        if (events.isEmpty()) {
            last = catalogue.token();
            return List.of(new Event.Reset(last));
        }
        if (!events.get().isEmpty()) {
            last = token(events.get().getLast());
        }
        return events.get();
    }

    private String token(Event event) {
        return switch (event) {
            case Event.Saved saved -> saved.seq();
            case Event.Deleted deleted -> deleted.seq();
            case Event.Renamed renamed -> renamed.seq();
            case Event.Reset reset -> reset.seq();
            case Event.Alive alive -> last;
        };
    }

    /** Ends the watching; a thread that waits is told at its next look. */
    @Override
    public void close() {
        closed = true;
    }
}
