package org.wirephoto.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Event;

/** Reads and drops what a watcher sends, and ends the waiting for events when the watcher closes its end. */
final class WatcherInput {
    private static final Logger LOG = LogManager.getLogger(WatcherInput.class);

    private final Thread watcher = Thread.currentThread();
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread reader;
    private boolean waiting;
    private boolean ended;

    private WatcherInput(PeerInput input, Duration turn) {
        this.reader = Thread.ofVirtual().name(watcher.getName() + " input").unstarted(() -> drop(input, turn));
    }

    /** Starts to read, on a thread of its own that ends with the connection. */
    static WatcherInput watch(PeerInput input, Duration turn) {
        WatcherInput end = new WatcherInput(input, turn);
        end.reader.start();
        return end;
    }

    /** Waits until the watcher has closed its end. Returns whether that came true in time. */
    boolean awaitEnd(Duration wait) throws InterruptedException {
        return reader.join(wait);
    }

    private void drop(PeerInput input, Duration turn) {
        try {
            boolean open = true;
            while (open) {
                open = !input.drain(turn);
            }
        } catch (WireException e) {
            LOG.debug("A watcher's connection broke", e);
        } finally {
            end();
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            if (waiting) {
                watcher.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the watcher has closed its end. */
    boolean reached() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for events, but no longer than the watcher is there: after that, gives what has come already. */
    List<Event> await(WatchExchange.Waiting events, Duration wait) throws IOException, InterruptedException {
        if (begin()) {
            try {
                return events.await(wait);
            } catch (InterruptedException | InterruptedIOException e) {
                if (!reached()) {
                    throw e;
                }
                LOG.debug("A watcher closed its end");
            } finally {
                finish();
            }
        }
        return events.await(Duration.ZERO);
    }

    private boolean begin() {
        lock.lock();
        try {
            waiting = !ended;
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** From here on nobody interrupts any more; an interruption that came too late is taken back. */
    private void finish() {
        lock.lock();
        try {
            waiting = false;
            if (ended) {
                Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }
}
