package org.wirephoto.integration;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/** JavaFX for tests: its one thread, on a screen that is nowhere. */
final class HeadlessFx {
    private static final long LIMIT_SECONDS = 60;
    private static final long LOOK_MILLIS = 10;
    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final Queue<Throwable> FAULTS = new ConcurrentLinkedQueue<>();

    private HeadlessFx() {}

    /** Something to do on JavaFX's thread. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** Starts JavaFX, unless another test did. */
    static void start() throws Exception {
        if (!STARTED.compareAndSet(false, true)) {
            return;
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("javafx.cachedir", System.getProperty("java.io.tmpdir") + "/wirephoto-javafx");
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> FAULTS.add(fault));
            up.countDown();
        });
        if (!up.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException("JavaFX does not start");
        }
        Platform.setImplicitExit(false);
    }

    /** Does something on JavaFX's thread and waits for its end. */
    static <T> T get(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw new AssertionError("on JavaFX's thread", e.getCause());
        }
    }

    /** Does something on JavaFX's thread and waits for its end. */
    static void run(Action action) throws Exception {
        get(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until something holds on JavaFX's thread. */
    static void await(String what, Callable<Boolean> condition) throws Exception {
        await(what, condition, () -> "");
    }

    /**
     * Waits until something holds on JavaFX's thread.
     *
     * @param instead what to say where it never does
     */
    static void await(String what, Callable<Boolean> condition, Callable<String> instead) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!get(condition)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("it never came true: " + what + " " + get(instead));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
    }

    /** What nobody caught on JavaFX's thread since the last time this was asked. */
    static Throwable[] faults() {
        Throwable[] faults = FAULTS.toArray(Throwable[]::new);
        FAULTS.clear();
        return faults;
    }

    /** Looks how long JavaFX's thread lets others wait, until it is closed. */
    static final class Patience implements AutoCloseable {
        private final Thread thread = Thread.ofPlatform().daemon().name("patience").unstarted(this::ask);
        private volatile boolean over;
        private volatile long longest;
        private volatile long mostWork;

        Patience() {
            thread.start();
        }

        private void ask() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long[] worked = {0};
            while (!over) {
                CountDownLatch answered = new CountDownLatch(1);
                long asked = System.nanoTime();
                Platform.runLater(() -> {
                    long now = threads.getCurrentThreadCpuTime();
                    mostWork = worked[0] == 0 ? 0 : Math.max(mostWork, now - worked[0]);
                    worked[0] = now;
                    answered.countDown();
                });
                try {
                    answered.await();
                } catch (InterruptedException e) {
                    return; // its thread is its own: nobody else needs to know
                }
                longest = Math.max(longest, System.nanoTime() - asked);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
        }

        /** The longest that anybody had to wait so far, however much else the machine had to do. */
        Duration longest() {
            return Duration.ofNanos(longest);
        }

        /** The most that the thread itself computed while somebody waited: what a person would wait for at least. */
        Duration mostWork() {
            return Duration.ofNanos(mostWork);
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
