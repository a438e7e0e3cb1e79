package org.wirephoto.protocol;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Follows where this machine stands on the networks that are meant, as interfaces come and go. Has a thread of its own,
 * on which it calls its visitor, and looks anew every two seconds: the platform tells of changes to no one in Java.
 */
public final class NetworkWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final NetworkChoice choice;
    private final Visitor visitor;
    private final Set<NetworkPlace> held = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private NetworkWatch(String name, NetworkChoice choice, Visitor visitor) {
        this.choice = choice;
        this.visitor = visitor;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::follow);
    }

    /**
     * Begins; returns at once.
     *
     * @param name what the thread is called
     */
    public static NetworkWatch start(String name, NetworkChoice choice, Visitor visitor) {
        NetworkWatch watch = new NetworkWatch(name, choice, visitor);
        watch.thread.start();
        return watch;
    }

    private void follow() {
        try {
            do {
                look();
            } while (!closed.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody but the end of the program does that: nothing to follow then
        }
    }

    private void look() {
        try {
            Set<NetworkPlace> there = new LinkedHashSet<>();
            for (NetworkInterface network : choice.networks()) {
                there.addAll(NetworkPlace.of(network));
            }
            for (NetworkPlace place : Set.copyOf(held)) {
                if (!there.contains(place) || visitor.isSpent(place)) {
                    held.remove(place);
                    visitor.left(place);
                }
            }
            for (NetworkPlace place : there) {
                join(place);
            }
        } catch (SocketException e) {
            visitor.failed("The network interfaces of this machine can't be read", e);
        }
    }

    private void join(NetworkPlace place) {
        if (closed.getCount() == 0 || held.contains(place)) {
            return;
        }
        try {
            visitor.joined(place);
            held.add(place);
        } catch (IOException e) {
            visitor.failed("Nothing can be said or heard on " + place, e);
        }
    }

    /** Follows no more; a call of the visitor that is under way ends by itself. Does not wait. */
    @Override
    public void close() {
        closed.countDown();
    }

    /** Hears of the places. Called on one thread, one call after another. */
    public interface Visitor {
        /**
         * There is a place that was not there before.
         *
         * @throws IOException if nothing can be done there; then it is tried again at the next look
         */
        void joined(NetworkPlace place) throws IOException;

        /** A place that was joined is there no more, or is spent. */
        void left(NetworkPlace place);

        /** Whether what was joined is of no more use: then the place is left, and joined anew. */
        boolean isSpent(NetworkPlace place);

        /**
         * Something did not work, and will be tried again every two seconds: say so once.
         *
         * @param what a sentence without its full stop
         */
        void failed(String what, IOException fault);
    }
}
