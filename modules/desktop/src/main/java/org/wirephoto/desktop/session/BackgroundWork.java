package org.wirephoto.desktop.session;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/** Work on virtual threads, of which there are never more than so many; what comes later waits in a queue. */
public final class BackgroundWork implements Work, AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(BackgroundWork.class);
    private static final int THREADS = 24;
    private static final int MOST_WAITING = 4096;
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final UiThread ui;
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor timer;

    /** Work whose ends are told on a UI thread. */
    public BackgroundWork(UiThread ui) {
        this.ui = ui;
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofVirtual().name("wirephoto-work-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("wirephoto-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public <T> Job start(Callable<T> task, Consumer<? super T> done, Consumer<? super Trouble> failed) {
        Running<T> running = new Running<>(task, done, failed);
        try {
            running.future = threads.submit(running);
        } catch (RejectedExecutionException e) {
            LOG.debug("A task was turned away", e);
            running.tell(() -> failed.accept(Trouble.tooMuch()));
        }
        return running;
    }

    @Override
    public Job after(Duration pause, Runnable change) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Runnable unlessCancelled = () -> {
            if (!cancelled.get()) {
                change.run();
            }
        };
        Future<?> timed = timer.schedule(() -> ui.run(unlessCancelled), pause.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            cancelled.set(true);
            timed.cancel(false);
        };
    }

    /** Interrupts what runs and forgets what waits. Returns without waiting. */
    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    private final class Running<T> implements Runnable, Job {
        private final Callable<T> task;
        private final Consumer<? super T> done;
        private final Consumer<? super Trouble> failed;
        private volatile boolean cancelled;
        private volatile @Nullable Future<?> future;

        Running(Callable<T> task, Consumer<? super T> done, Consumer<? super Trouble> failed) {
            this.task = task;
            this.done = done;
            this.failed = failed;
        }

        /** The top of a task: whatever happens in it ends here. */
        @Override
        public void run() {
            try {
                T result = task.call();
                tell(() -> done.accept(result));
            } catch (Exception e) {
                failed(Trouble.of(e), e);
            } catch (Error e) {
                // Too large a picture, say: whoever waits for the task has to hear of its end all the same.
                failed(Trouble.fault(e), e);
            }
        }

        private void failed(Trouble trouble, Throwable why) {
            if (!cancelled) {
                LOG.debug("A task failed: {}", trouble.sentence(), why);
                tell(() -> failed.accept(trouble));
            }
        }

        void tell(Runnable end) {
            ui.run(() -> {
                if (!cancelled) {
                    end.run();
                }
            });
        }

        @Override
        public void cancel() {
            cancelled = true;
            Future<?> known = future;
            if (known != null) {
                known.cancel(true);
            }
        }
    }
}
