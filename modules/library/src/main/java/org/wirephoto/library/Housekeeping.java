package org.wirephoto.library;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.storage.BlobStore;

/** Does what has to be done from time to time, on one platform thread. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Housekeeping.class);
    private static final Duration ROUND = Duration.ofMinutes(10);
    private static final Duration SWEEP = Duration.ofHours(24);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final BlobStore blobs;
    private final BrokenUploads broken;
    private final Trash trash;
    private final Sweeper sweeper;
    private final VariantCache variants;
    private final LibrarySettings settings;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());
    private final AtomicBoolean tidying = new AtomicBoolean();
    private Instant lastSweep = Instant.MIN;

    Housekeeping(
            BlobStore blobs,
            BrokenUploads broken,
            Trash trash,
            Sweeper sweeper,
            VariantCache variants,
            LibrarySettings settings,
            Clock clock) {
        this.blobs = blobs;
        this.broken = broken;
        this.trash = trash;
        this.sweeper = sweeper;
        this.variants = variants;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins with a round at once. */
    void start() {
        var _ = thread.scheduleWithFixedDelay(this::round, 0, ROUND.toSeconds(), TimeUnit.SECONDS);
    }

    /** Trims the variants soon, where they have become too many. */
    void variantsGrew() {
        if (variants.isOverfull() && tidying.compareAndSet(false, true)) {
            try {
                thread.execute(() -> {
                    tidying.set(false);
                    doStep("trimming the thumbnails", () -> variants.tidy(blobs));
                });
            } catch (RejectedExecutionException e) {
                tidying.set(false); // the library is being closed: the next start trims them
            }
        }
    }

    /** One round of all there is to do. What fails is logged and tried again in the next. */
    void round() {
        doStep("dropping interrupted uploads", this::dropUploads);
        doStep("emptying the trash", this::emptyTrash);
        Instant now = clock.instant();
        if (lastSweep.equals(Instant.MIN) || !now.isBefore(lastSweep.plus(SWEEP))) {
            lastSweep = now;
            doStep("sweeping bytes without a name", this::sweep);
            doStep("tidying the thumbnails", () -> variants.tidy(blobs));
        }
    }

    private void dropUploads() throws IOException {
        int dropped = broken.drop();
        if (dropped > 0) {
            LOG.info("dropped {} interrupted uploads", dropped);
        }
    }

    private void emptyTrash() throws IOException, InterruptedException {
        Instant before = clock.instant().minus(settings.trashKept());
        List<Deleted> dropped = trash.dropDeletedBefore(before);
        while (!dropped.isEmpty()) {
            LOG.info(
                    "{} images left the trash after {} days",
                    dropped.size(),
                    settings.trashKept().toDays());
            dropped = trash.dropDeletedBefore(before);
        }
    }

    private void sweep() throws IOException, InterruptedException {
        int swept = sweeper.sweepAll();
        if (swept > 0) {
            LOG.info("removed {} files that no image needs", swept);
        }
    }

    private static void doStep(String what, Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the library is being closed
        } catch (IOException | RuntimeException | Error e) {
            // The top of a task: what came out of it would end the schedule for good.
            LOG.warn("{} failed; it is tried again later", what, e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("housekeeping did not end within {}", LONGEST_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A part of a round. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
