package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // it may begin anywhere

    @AutoClose
    private final Watchdog watchdog = new Watchdog(now::get);

    private final AtomicInteger bites = new AtomicInteger();
    private final Watchdog.Guard guard = watchdog.guard(LIMIT, bites::incrementAndGet);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
        watchdog.look();
    }

    @Test
    void bitesOnceWhenTheTimeIsUp() {
        guard.arm();
        pass(LIMIT);
        assertThat(bites).hasValue(0);
        pass(Duration.ofNanos(1));
        pass(LIMIT);
        assertThat(bites).hasValue(1);
    }

    @Test
    void leavesAloneWhatWasDoneInTime() {
        guard.arm();
        guard.disarm();
        pass(LIMIT.multipliedBy(2));
        assertThat(bites).hasValue(0);
    }

    @Test
    void leavesAloneWhatWasClosed() {
        guard.arm();
        guard.close();
        pass(LIMIT.multipliedBy(2));
        assertThat(bites).hasValue(0);
    }

    @Test
    void goesOnAfterABiteThatFailed() {
        Watchdog.Guard failing = watchdog.guard(LIMIT, () -> {
            bites.incrementAndGet();
            throw new IllegalStateException("could not");
        });
        for (int round = 1; round <= 2; round++) {
            failing.arm();
            guard.arm();
            pass(LIMIT.plusNanos(1));
            assertThat(bites).hasValue(2 * round);
        }
    }

    @Test
    void looksByItself() throws InterruptedException {
        CountDownLatch bitten = new CountDownLatch(1);
        try (Watchdog awake = new Watchdog(Duration.ofMillis(5))) {
            awake.guard(Duration.ofMillis(20), bitten::countDown).arm();
            assertThat(bitten.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
