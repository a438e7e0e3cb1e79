package org.wirephoto.desktop.session;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A UI thread without a toolkit, and the way for a test to look at what is confined to it. */
public final class TestUi implements UiThread, AutoCloseable {
    private static final long LIMIT_SECONDS = 20;
    private static final long LOOK_NANOS = 2_000_000;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @Override
    public void run(Runnable change) {
        if (!thread.isShutdown()) {
            thread.execute(change);
        }
    }

    public <T> T get(Callable<T> question) {
        try {
            return thread.submit(question).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError("the UI thread did not answer", e);
        }
    }

    public void act(Runnable change) {
        get(Executors.callable(change));
    }

    /** Waits until something holds on the UI thread. */
    public void await(Callable<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!get(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
