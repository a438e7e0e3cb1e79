package org.wirephoto.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/** JavaFX in tests: its thread, on a screen that is nowhere. */
public final class Fx {
    private static final long LIMIT_SECONDS = 60;
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private Fx() {}

    /** Does something on JavaFX's thread and waits for its end. */
    public static <T> T get(Callable<T> action) throws Exception {
        start();
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Something to do on JavaFX's thread. */
    @FunctionalInterface
    public interface Action {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does something on JavaFX's thread and waits for its end. */
    public static void run(Action action) throws Exception {
        get(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until a scene was laid out anew, twice, since a first layout may ask for a second. */
    public static void laidOut(Scene scene) throws Exception {
        for (int i = 0; i < 2; i++) {
            CountDownLatch done = new CountDownLatch(1);
            Runnable told = done::countDown;
            run(() -> {
                scene.addPostLayoutPulseListener(told);
                Platform.requestNextPulse();
            });
            if (!done.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException("no pulse came");
            }
            run(() -> scene.removePostLayoutPulseListener(told));
        }
    }

    /** Waits until something holds on JavaFX's thread. */
    public static void await(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("it never came true: " + what);
            }
            Thread.onSpinWait();
        }
    }

    private static void start() throws InterruptedException {
        if (STARTED.compareAndSet(false, true)) {
            CountDownLatch up = new CountDownLatch(1);
            try {
                Platform.startup(up::countDown);
                up.await();
            } catch (IllegalStateException e) {
                // another test's helper was first
                up.countDown();
            }
            Platform.setImplicitExit(false);
        }
    }
}
