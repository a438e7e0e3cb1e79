package org.wirephoto.desktop.session;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does what would hold the UI thread up: asks servers, reads and writes files, decodes pictures. */
public interface Work {
    /**
     * Starts a task elsewhere. Exactly one of the two hears of its end, on the UI thread, unless it is cancelled.
     *
     * @param task may block, and is interrupted when it is cancelled
     */
    <T> Job start(Callable<T> task, Consumer<? super T> done, Consumer<? super Trouble> failed);

    /** Has something done on the UI thread after a while. */
    Job after(Duration pause, Runnable change);
}
