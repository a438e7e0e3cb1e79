package org.wirephoto.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;

/**
 * Makes thumbnails and previews: upright, in sRGB, without metadata, never enlarged.
 *
 * <p>Decoding runs on a few platform threads of its own, and only as much of it at once as a memory budget allows. A
 * maker may be used by any number of threads.
 */
public final class PreviewMaker implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(PreviewMaker.class);
    private static final String CLOSED = "the preview maker was closed";
    private static final long CLOSING_SECONDS = 5;
    private static final long IDLE_SECONDS = 30;

    private final PreviewSettings settings;
    private final MemoryBudget budget;
    private final Semaphore turns;
    private final ThreadPoolExecutor decoders;
    private final Set<Stop> running = ConcurrentHashMap.newKeySet();

    /** Makes a maker that keeps within these settings; close it when it is no longer needed. */
    public PreviewMaker(PreviewSettings settings) {
        this(settings, new MemoryBudget(settings.budgetBytes()));
    }

    PreviewMaker(PreviewSettings settings, MemoryBudget budget) {
        this.settings = settings;
        this.budget = budget;
        this.turns = new Semaphore(settings.threads(), true);
        this.decoders = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.threads()),
                Thread.ofPlatform().daemon().name("preview-", 1).factory());
        this.decoders.allowCoreThreadTimeOut(true);
    }

    /**
     * Renders an image into a file; the caller, which may be a virtual thread, waits until that is done, refused, or
     * the limit of the settings has passed.
     *
     * <p>A refusal may be one of the moment, when much is asked for at once: it is no property of the image.
     *
     * @param target created, or overwritten; touched only where the verdict is {@link PreviewVerdict.Made}
     * @throws IOException where the image can't be opened or the target can't be written; never for what is in the
     *     image
     * @throws InterruptedException where the caller was interrupted; the decode is told to stop
     * @throws IllegalStateException where the maker was closed
     */
    public PreviewVerdict make(Path image, ImageType type, Variant variant, Path target)
            throws IOException, InterruptedException {
        Stop stop = new Stop(settings.limit());
        running.add(stop);
        try {
            Rendition rendition = rendered(new Renderer(image, type, variant, stop), stop);
            Files.write(target, rendition.bytes());
            return new PreviewVerdict.Made(rendition.type());
        } catch (NoPreviewException e) {
            return new PreviewVerdict.NotPossible(e.sentence());
        } finally {
            stop.tell();
            running.remove(stop);
        }
    }

    /** Refuses new work, stops what runs and waits for it a few seconds at most. */
    @Override
    public void close() {
        running.forEach(Stop::tell);
        for (Runnable waiting : decoders.shutdownNow()) {
            if (waiting instanceof Future<?> rendition) {
                rendition.cancel(false);
                turns.release();
            }
        }
        try {
            if (!decoders.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A preview is still being drawn; it is left to itself.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Rendition rendered(Renderer renderer, Stop stop)
            throws IOException, InterruptedException, NoPreviewException {
        if (!turns.tryAcquire(stop.nanosLeft(), TimeUnit.NANOSECONDS)) {
            throw new NoPreviewException(NoPreviewException.BUSY);
        }
        try {
            return submit(renderer).get(stop.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NoPreviewException(NoPreviewException.TOO_SLOW);
        } catch (ExecutionException e) {
            throw reasonOf(Objects.requireNonNullElse(e.getCause(), e));
        } catch (CancellationException e) {
            throw new IllegalStateException(CLOSED, e);
        }
    }

    /** The turn, and the share of memory, end with the thread's work: nothing else can end that. */
    private Future<Rendition> submit(Renderer renderer) {
        try {
            return decoders.submit(() -> {
                try {
                    return renderer.render(budget);
                } finally {
                    turns.release();
                }
            });
        } catch (RejectedExecutionException e) {
            turns.release();
            throw new IllegalStateException(CLOSED, e);
        }
    }

    private static NoPreviewException reasonOf(Throwable cause) throws IOException {
        return switch (cause) {
            case NoPreviewException reason -> reason;
            case IOException fault -> throw fault;
            case InterruptedException e -> throw new IllegalStateException(CLOSED, e);
            case OutOfMemoryError e -> {
                LOG.warn("An image took more memory than was foreseen.", e);
                yield new NoPreviewException(NoPreviewException.TOO_LARGE);
            }
            case Error error -> throw error;
            default -> {
                // Readers meet damage with all kinds of exceptions.
                LOG.debug("An image could not be decoded.", cause);
                yield new NoPreviewException(NoPreviewException.DAMAGED);
            }
        };
    }
}
