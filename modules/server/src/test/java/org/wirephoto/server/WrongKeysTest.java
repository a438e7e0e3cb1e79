package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WrongKeysTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final WrongKeys wrong = new WrongKeys(Duration.ofNanos(1), clock::get);

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    private boolean isTooMany(InetAddress from) throws InterruptedException {
        return wrong.note(from) != WrongKeys.Amount.FEW;
    }

    private int freeOnes(InetAddress from) throws InterruptedException {
        int count = 0;
        while (count < 100 && !isTooMany(from)) {
            count++;
        }
        return count;
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void theEleventhInAMinuteIsTooMany() throws InterruptedException {
        assertThat(freeOnes(address("192.0.2.1"))).isEqualTo(10);
        assertThat(isTooMany(address("192.0.2.1"))).isTrue();
    }

    @Test
    void anotherAddressIsNotMeant() throws InterruptedException {
        freeOnes(address("192.0.2.1"));
        assertThat(isTooMany(address("192.0.2.2"))).isFalse();
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() throws InterruptedException {
        freeOnes(address("2001:db8::1"));
        assertThat(isTooMany(address("2001:db8::2"))).isTrue();
        assertThat(isTooMany(address("2001:db8:0:1::2"))).isFalse();
    }

    @Test
    void aMinuteSlidesAlong() throws InterruptedException {
        InetAddress from = address("192.0.2.1");
        for (int i = 0; i < 10; i++) {
            assertThat(isTooMany(from)).isFalse();
            pass(Duration.ofSeconds(5));
        }
        assertThat(isTooMany(from)).isTrue();
        pass(Duration.ofSeconds(16));
        assertThat(isTooMany(from))
                .as("the first two are more than a minute ago")
                .isFalse();
        pass(Duration.ofSeconds(61));
        assertThat(freeOnes(from)).isEqualTo(10);
    }

    @Test
    void whatIsRememberedHasABound() throws InterruptedException {
        freeOnes(address("10.0.0.1"));
        for (int i = 0; i < 5000; i++) {
            pass(Duration.ofNanos(1));
            wrong.note(address("10.1." + i / 256 + "." + i % 256));
        }
        assertThat(wrong.size()).isEqualTo(4096);
        assertThat(isTooMany(address("10.0.0.1"))).as("the oldest gave way").isFalse();
    }

    @Test
    void whatIsLongAgoIsForgotten() throws InterruptedException {
        wrong.note(address("10.0.0.1"));
        wrong.note(address("10.0.0.2"));
        pass(Duration.ofSeconds(61));
        wrong.note(address("10.0.0.3"));
        assertThat(wrong.size()).isEqualTo(1);
    }
}
