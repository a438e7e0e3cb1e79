package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateByOriginTest {
    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("192.0.2.2");

    private final AtomicLong clock = new AtomicLong();
    private final RateByOrigin rate = new RateByOrigin(3, clock::get);

    @Test
    void soManyAMinuteAreFreeForEachAddress() {
        for (int i = 0; i < 3; i++) {
            assertThat(rate.isTooMany(ONE)).isFalse();
        }
        assertThat(rate.isTooMany(ONE)).isTrue();
        assertThat(rate.isTooMany(OTHER)).isFalse();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertThat(rate.isTooMany(ONE)).isFalse();
    }

    @Test
    void remembersNoMoreAddressesThanThereIsRoomFor() {
        for (int i = 0; i < 10_000; i++) {
            rate.isTooMany(InetAddress.ofLiteral("10.0." + i / 256 + "." + i % 256));
        }
        assertThat(rate.size()).isEqualTo(4096);
    }
}
