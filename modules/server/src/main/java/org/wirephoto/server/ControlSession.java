package org.wirephoto.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.library.Finding;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.MaintenanceListener;
import org.wirephoto.library.RefusedException;
import org.wirephoto.protocol.Line;

/** One piece of maintenance that a command asked a running server for; ends early where the command does. */
final class ControlSession {
    private static final Logger LOG = LogManager.getLogger(ControlSession.class);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final long PROGRESS_NANOS = Duration.ofMillis(100).toNanos();

    private final ControlChannel channel;
    private final ImageLibrary library;
    private final ServerDesk desk;
    private final Thread worker;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Runnable atEnd = () -> {};
    private volatile boolean cancelled;

    ControlSession(ControlChannel channel, ImageLibrary library, ServerDesk desk) {
        this.channel = channel;
        this.library = library;
        this.desk = desk;
        this.worker = Thread.ofPlatform().daemon().name("maintenance").unstarted(this::run);
    }

    /**
     * Begins, on a thread of its own.
     *
     * @param end what to do when it has ended, however it did
     */
    void start(Runnable end) {
        atEnd = end;
        boolean started = false;
        try {
            worker.start();
            started = true;
        } finally {
            if (!started) {
                end.run();
            }
        }
    }

    /** Turns the command away. */
    void refuse(String sentence) {
        try (channel) {
            channel.write(ControlLines.failed(sentence));
        } catch (IOException e) {
            LOG.debug("A command did not wait for its answer", e);
        }
    }

    /** Ends the work soon; from any thread. */
    void cancel() {
        cancelled = true;
        worker.interrupt();
    }

    private void run() {
        try (channel) {
            Optional<Line> request = channel.read();
            if (request.isPresent()) {
                Thread.ofVirtual().name("maintenance end").start(this::awaitEnd);
                Thread.ofVirtual().name("maintenance beat").start(this::beat);
                channel.write(answer(request.get()));
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("A command went away", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            LOG.info("A piece of maintenance was stopped");
        } catch (RuntimeException e) {
            LOG.error("A piece of maintenance failed", e);
        } finally {
            done.countDown();
            atEnd.run();
        }
    }

    private Line answer(Line request) throws InterruptedException {
        Optional<Line> known = desk.answer(request);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<MaintenanceTask> task = MaintenanceTask.parse(request);
        if (task.isEmpty()) {
            return ControlLines.failed("The server knows no such piece of maintenance: is it of another version?");
        }
        try {
            LOG.info("Maintenance: {}", task.get());
            MaintenanceTask.Outcome outcome =
                    MaintenanceTask.Outcome.of(task.get().run(library, new Reporter()));
            LOG.info("Maintenance ended: {}", outcome);
            return ControlLines.outcome(outcome);
        } catch (RefusedException e) {
            return ControlLines.failed(e.sentence());
        } catch (IOException e) {
            if (cancelled) {
                throw new InterruptedException("the reading or writing that was interrupted says " + e);
            }
            LOG.error("A piece of maintenance failed", e);
            return ControlLines.failed("It could not be done: " + DataFolder.reason(e));
        }
    }

    /** The command that asked says nothing more: when it ends, nobody waits for the work any longer. */
    private void awaitEnd() {
        try {
            channel.awaitEnd();
        } catch (IOException e) {
            LOG.debug("A command's connection broke", e);
        }
        if (done.getCount() > 0) {
            cancel();
        }
    }

    /** Lets the command know that the server is there, however long one step takes. */
    private void beat() {
        try {
            while (!done.await(BEAT.toNanos(), TimeUnit.NANOSECONDS)) {
                channel.write(ControlLines.alive());
            }
        } catch (IOException e) {
            LOG.debug("A command went away", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            LOG.debug("No more signs of life");
        }
    }

    /** Passes on what happens, progress no more often than a person can read it. */
    private final class Reporter implements MaintenanceListener {
        private long next = System.nanoTime();

        @Override
        public boolean progressed(Progress progress) {
            if (System.nanoTime() - next >= 0) {
                next = System.nanoTime() + PROGRESS_NANOS;
                send(ControlLines.progress(progress));
            }
            return !cancelled;
        }

        @Override
        public void found(Finding finding) {
            send(ControlLines.finding(finding));
        }

        private void send(Line line) {
            try {
                channel.write(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e); // ends the work: nobody hears of it any more
            }
        }
    }
}
