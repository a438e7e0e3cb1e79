package org.wirephoto.server;

import java.net.InetAddress;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ThreadLocalRandom;
import javax.jmdns.impl.DNSIncoming;
import javax.jmdns.impl.DNSTaskStarter;
import javax.jmdns.impl.JmDNSImpl;
import javax.jmdns.impl.ServiceInfoImpl;
import javax.jmdns.impl.tasks.state.Announcer;
import javax.jmdns.impl.tasks.state.Canceler;
import javax.jmdns.impl.tasks.state.Prober;

/**
 * Gives JmDNS the pace of RFC 6762, 8: three probes 250 ms apart and then the announcement, after a second at most. By
 * itself JmDNS takes four to five seconds, and two to say goodbye. The names of a server clash seldom; when they do
 * JmDNS's own throttle holds.
 */
final class PromptTasks implements DNSTaskStarter {
    private static final int STEP_MILLIS = 250;
    /** So that servers that start at once, as after a power cut, do not all speak at once. */
    private static final int SPREAD_MILLIS = 50;

    private static final int THROTTLED = 10;

    private final JmDNSImpl dns;
    private final DNSTaskStarter rest;
    private final PromptTimer timer;

    private PromptTasks(JmDNSImpl dns) {
        this.dns = dns;
        this.rest = new DNSTaskStarterImpl(dns);
        this.timer = new PromptTimer(dns);
    }

    /** From now on every JmDNS that is made in this process works so. */
    static void install() {
        Factory.setClassDelegate(PromptTasks::new);
    }

    @Override
    public void startProber() {
        new Prober(dns).start(timer);
    }

    @Override
    public void startAnnouncer() {
        new Announcer(dns).start(timer);
    }

    @Override
    public void startCanceler() {
        new Canceler(dns).start(timer);
    }

    @Override
    public void purgeStateTimer() {
        rest.purgeStateTimer();
        timer.purge();
    }

    @Override
    public void cancelStateTimer() {
        rest.cancelStateTimer();
        timer.cancel();
    }

    @Override
    public void purgeTimer() {
        rest.purgeTimer();
    }

    @Override
    public void cancelTimer() {
        rest.cancelTimer();
    }

    @Override
    public void startRenewer() {
        rest.startRenewer();
    }

    @Override
    public void startReaper() {
        rest.startReaper();
    }

    @Override
    public void startServiceInfoResolver(ServiceInfoImpl info) {
        rest.startServiceInfoResolver(info);
    }

    @Override
    public void startTypeResolver() {
        rest.startTypeResolver();
    }

    @Override
    public void startServiceResolver(String type) {
        rest.startServiceResolver(type);
    }

    @Override
    public void startResponder(DNSIncoming question, InetAddress asker, int port) {
        rest.startResponder(question, asker, port);
    }

    /** The tasks choose their times themselves, when they put themselves into a timer. */
    private static final class PromptTimer extends Timer {
        private final JmDNSImpl dns;
        private boolean cancelled;

        PromptTimer(JmDNSImpl dns) {
            super("JmDNS(" + dns.getName() + ").PromptTimer", true);
            this.dns = dns;
        }

        @Override
        public synchronized void schedule(TimerTask task, long delay, long period) {
            if (cancelled) {
                return; // what JmDNS starts while it closes
            }
            switch (task) {
                case Prober _
                when dns.getThrottle() < THROTTLED ->
                    super.schedule(task, ThreadLocalRandom.current().nextInt(SPREAD_MILLIS), STEP_MILLIS);
                case Announcer _ -> super.schedule(task, STEP_MILLIS, period);
                case Canceler _ -> super.schedule(task, delay, STEP_MILLIS);
                default -> super.schedule(task, delay, period);
            }
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            super.cancel();
        }
    }
}
