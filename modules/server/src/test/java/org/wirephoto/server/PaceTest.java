package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(Timings.defaults());

    @Test
    void startsWithTheWholeStallTime() {
        assertThat(pace.patience()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void countsWaitingAsLongAsTooLittleComes() {
        pace.came(30 * 1024 - 1, Duration.ofSeconds(29).toNanos());
        assertThat(pace.patience()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void endsItsPatienceWithAPeerBelowTheSlowestRate() {
        for (int second = 0; second < 30; second++) {
            pace.came(1000, Duration.ofSeconds(1).toNanos());
        }
        assertThat(pace.patience().isPositive()).isFalse();
    }

    @Test
    void keepsItsPatienceForEverWithAPeerAtTheSlowestRate() {
        for (int second = 0; second < 300; second++) {
            assertThat(pace.patience().isPositive()).isTrue();
            pace.came(1024, Duration.ofSeconds(1).toNanos());
        }
    }

    @Test
    void givesAFastStartNoCreditForASlowRest() {
        pace.came(100_000_000, 1);
        pace.came(1, Duration.ofSeconds(30).toNanos());
        assertThat(pace.patience().isPositive()).isFalse();
    }
}
