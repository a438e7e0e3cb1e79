package org.wirephoto.mdns;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ThreadLocalRandom;
import javax.jmdns.impl.tasks.RecordReaper;
import javax.jmdns.impl.tasks.state.Announcer;
import javax.jmdns.impl.tasks.state.Canceler;
import javax.jmdns.impl.tasks.state.Prober;

/**
 * Gives JmDNS the pace of RFC 6762, 8: three probes 250 ms apart and then the announcement, after a second at most. By
 * itself JmDNS takes four to five seconds, and two to say goodbye. It looks every second for what has ended, and not
 * every ten. The names of a server clash seldom; when they do JmDNS's own throttle holds.
 */
final class PromptTimer extends Timer {
    private static final int STEP_MILLIS = 250;
    /** So that servers that start at once, as after a power cut, do not all speak at once. */
    private static final int SPREAD_MILLIS = 50;

    private static final int REAPING_MILLIS = 1000;
    private static final int THROTTLED = 10;

    private boolean cancelled;

    PromptTimer(String host) {
        super("JmDNS(" + host + ").PromptTimer", true);
    }

    /** The tasks choose their times themselves, when they put themselves into a timer. */
    @Override
    public synchronized void schedule(TimerTask task, long delay, long period) {
        if (cancelled) {
            return; // what JmDNS starts while it closes
        }
        switch (task) {
            case Prober prober
            when prober.getDns().getThrottle() < THROTTLED ->
                super.schedule(task, ThreadLocalRandom.current().nextInt(SPREAD_MILLIS), STEP_MILLIS);
            case Announcer _ -> super.schedule(task, STEP_MILLIS, period);
            case Canceler _ -> super.schedule(task, delay, STEP_MILLIS);
            case RecordReaper _ -> super.schedule(task, REAPING_MILLIS, REAPING_MILLIS);
            default -> super.schedule(task, delay, period);
        }
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        super.cancel();
    }
}
