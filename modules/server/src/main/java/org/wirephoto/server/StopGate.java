package org.wirephoto.server;

import java.util.concurrent.locks.ReentrantLock;

/** Lets a server that stops tell a connection that waits for its peer from one that owes it a reply. */
final class StopGate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Runnable cut;
    private boolean resting;
    private boolean stopped;

    /**
     * A gate that is open.
     *
     * @param cut ends a connection that rests; must not block
     */
    StopGate(Runnable cut) {
        this.cut = cut;
    }

    /** The connection owes nothing from here on. Returns whether it goes on. */
    boolean rest() {
        lock.lock();
        try {
            resting = true;
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /** The connection owes a reply from here on. Returns whether it goes on. */
    boolean work() {
        lock.lock();
        try {
            resting = false;
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Closes the gate; from any thread. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            if (resting) {
                cut.run();
            }
        } finally {
            lock.unlock();
        }
    }
}
