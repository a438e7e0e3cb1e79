package org.wirephoto.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Timer;
import java.util.TimerTask;
import javax.jmdns.impl.DNSTaskStarter;
import javax.jmdns.impl.JmDNSImpl;
import javax.jmdns.impl.tasks.RecordReaper;
import org.jspecify.annotations.Nullable;

/**
 * Has JmDNS look every second for what has ended. By itself it does so every ten, and a server that said goodbye would
 * stay on the screen for as long.
 */
final class PromptReaper extends Timer {
    private static final long PERIOD_MILLIS = 1000;

    private final JmDNSImpl dns;
    private final DNSTaskStarter rest;
    private boolean cancelled;

    private PromptReaper(JmDNSImpl dns) {
        super("wirephoto-reaper", true);
        this.dns = dns;
        this.rest = new DNSTaskStarter.DNSTaskStarterImpl(dns);
    }

    /** From now on every JmDNS that is made in this process works so. */
    static void install() {
        DNSTaskStarter.Factory.setClassDelegate(dns -> {
            PromptReaper reaper = new PromptReaper(dns);
            return (DNSTaskStarter) Proxy.newProxyInstance(
                    PromptReaper.class.getClassLoader(),
                    new Class<?>[] {DNSTaskStarter.class},
                    (_, method, arguments) -> reaper.start(method, arguments));
        });
    }

    private @Nullable Object start(Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("startReaper")) {
            new RecordReaper(dns).start(this);
            return null;
        }
        if (method.getName().equals("cancelTimer")) {
            cancel();
        }
        try {
            return method.invoke(rest, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The task chooses its times itself, when it puts itself into a timer. */
    @Override
    public synchronized void schedule(TimerTask task, long delay, long period) {
        if (!cancelled) {
            super.schedule(task, PERIOD_MILLIS, PERIOD_MILLIS);
        }
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        super.cancel();
    }
}
