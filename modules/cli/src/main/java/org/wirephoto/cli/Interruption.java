package org.wirephoto.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirephoto.client.Cancellation;

/** Ctrl+C: stops what is under way and lets it leave the place tidy. Safe for any thread. */
final class Interruption {
    private static final Duration LONGEST_TIDYING = Duration.ofSeconds(4);

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final List<Runnable> stops = new ArrayList<>();
    private boolean requested;
    private boolean waitsForPerson;

    /** A time in which nothing is under way, and nobody has to be waited for. */
    interface Pause extends AutoCloseable {
        @Override
        void close();
    }

    /** What transfers are handed. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** Has something else done when the program is interrupted; at once, if it was already. */
    void onRequest(Runnable stop) {
        synchronized (this) {
            if (!requested) {
                stops.add(stop);
                return;
            }
        }
        stop.run();
    }

    synchronized boolean isRequested() {
        return requested;
    }

    /** Nothing is under way until this is closed: a person is waited for. */
    synchronized Pause pause() {
        waitsForPerson = true;
        return this::resume;
    }

    private synchronized void resume() {
        waitsForPerson = false;
    }

    /** Stops everything, and waits a while for {@link #finish}; after that it does nothing at all. */
    void request() {
        if (finished.getCount() == 0) {
            return;
        }
        List<Runnable> all;
        boolean nothingToTidy;
        synchronized (this) {
            requested = true;
            all = List.copyOf(stops);
            nothingToTidy = waitsForPerson;
        }
        cancellation.cancel();
        all.forEach(Runnable::run);
        if (!nothingToTidy) {
            awaitFinish();
        }
    }

    private void awaitFinish() {
        try {
            boolean tidy = finished.await(LONGEST_TIDYING.toMillis(), TimeUnit.MILLISECONDS);
            if (!tidy) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that nothing is under way any more. */
    void finish() {
        finished.countDown();
    }
}
