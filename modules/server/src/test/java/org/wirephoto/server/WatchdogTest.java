package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final Duration TICK = Duration.ofMillis(5);

    @AutoClose
    private final Watchdog watchdog = new Watchdog(TICK);

    @Test
    void bitesOnceWhenTheTimeIsUp() throws InterruptedException {
        AtomicInteger bites = new AtomicInteger();
        Watchdog.Guard guard = watchdog.guard(Duration.ofMillis(20), bites::incrementAndGet);
        guard.arm();
        awaitLaterBite(Duration.ofMillis(20));
        awaitLaterBite(Duration.ofMillis(20));
        assertThat(bites).hasValue(1);
    }

    @Test
    void leavesAloneWhatWasDoneInTime() throws InterruptedException {
        AtomicInteger bites = new AtomicInteger();
        Watchdog.Guard guard = watchdog.guard(Duration.ofMillis(20), bites::incrementAndGet);
        guard.arm();
        guard.disarm();
        awaitLaterBite(Duration.ofMillis(40));
        assertThat(bites).hasValue(0);
    }

    @Test
    void leavesAloneWhatWasClosed() throws InterruptedException {
        AtomicInteger bites = new AtomicInteger();
        Watchdog.Guard guard = watchdog.guard(Duration.ofMillis(20), bites::incrementAndGet);
        guard.arm();
        guard.close();
        awaitLaterBite(Duration.ofMillis(40));
        assertThat(bites).hasValue(0);
    }

    /** Another guard's bite tells that so much time has passed for the watchdog too. */
    private void awaitLaterBite(Duration time) throws InterruptedException {
        CountDownLatch bitten = new CountDownLatch(1);
        watchdog.guard(time, bitten::countDown).arm();
        assertThat(bitten.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
