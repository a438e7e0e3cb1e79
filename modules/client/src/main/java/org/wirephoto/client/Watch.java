package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What happens at a server, as it happens. Has a connection and a virtual thread of its own until it is closed.
 *
 * <p>A lost connection is made again for as long as the watch is open, and nothing is missed: what happened in the
 * meantime follows, or {@link ImageEvent.Reset} where the server can't tell it any more. A server that shows no sign
 * of life for two and a half heartbeats counts as lost. At most 256 events wait here; after that the server is made
 * to wait, and sends a reset in the end. Safe for any thread.
 */
public final class Watch implements AutoCloseable {
    private static final int MOST_WAITING = 256;

    /** Empty marks the end: it wakes who waits, and {@link #end} says why. */
    private final BlockingQueue<Optional<ImageEvent>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    private final Cancellation stop = new Cancellation();
    private volatile @Nullable Exception end;

    Watch() {}

    /** Stops whoever fills this watch, once it is closed. */
    Cancellation stop() {
        return stop;
    }

    /** Adds an event as soon as there is room for it. */
    void put(ImageEvent event) throws CancelledException {
        try {
            waiting.put(Optional.of(event));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The watch was closed.");
        }
    }

    /** No event comes any more; those that wait are still given out. */
    void end(Exception why) {
        end = why;
        var _ = waiting.offer(Optional.empty()); // where there is no room, nobody waits
    }

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
        if (stop.isCancelled()) {
            throw new CancelledException("The watch was closed.");
        }
        if (end != null && waiting.isEmpty()) {
            throw ended();
        }
        Optional<ImageEvent> event = waiting.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (event == null) {
            return Optional.empty();
        }
        if (event.isEmpty()) {
            var _ = waiting.offer(event); // for others who wait
            throw ended();
        }
        return event;
    }

    /** Throws or gives why no event comes any more. */
    private CancelledException ended() throws IOException, RefusedException {
        Exception why = end;
        if (why instanceof IOException failure) {
            throw failure;
        }
        if (why instanceof RefusedException refusal) {
            throw refusal;
        }
        if (why instanceof RuntimeException mistake) {
            throw mistake;
        }
        return new CancelledException("The watch was closed.");
    }

    /** Ends the watch and its connection; a thread that waits in {@link #next} gets {@link CancelledException}. */
    @Override
    public void close() {
        stop.cancel();
        waiting.clear();
        end(new CancelledException("The watch was closed."));
    }
}
