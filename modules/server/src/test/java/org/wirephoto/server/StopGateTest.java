package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopGateTest {
    private final AtomicInteger cuts = new AtomicInteger();
    private final StopGate gate = new StopGate(cuts::incrementAndGet);

    @Test
    void cutsAConnectionThatRests() {
        assertThat(gate.rest()).isTrue();
        gate.stop();
        assertThat(cuts).hasValue(1);
        assertThat(gate.work()).isFalse();
    }

    @Test
    void letsOneThatWorksFinish() {
        gate.rest();
        assertThat(gate.work()).isTrue();
        gate.stop();
        assertThat(cuts).hasValue(0);
        assertThat(gate.rest()).isFalse();
    }
}
