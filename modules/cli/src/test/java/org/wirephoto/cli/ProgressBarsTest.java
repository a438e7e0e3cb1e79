package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressBarsTest {
    private Instant now = Instant.parse("2026-11-22T16:00:00Z");
    private final Clock clock = new Ticking();

    /** A clock that this test moves. */
    private final class Ticking extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void pass(long millis) {
        now = now.plus(Duration.ofMillis(millis));
    }

    @Test
    void aTransferShowsHowFarItIsHowFastAndHowLongItWillTake() {
        ProgressBars bars = new ProgressBars(1, OptionalLong.of(2_700_000), clock);
        try (ProgressBars.Bar bar = bars.begin("beach.png")) {
            bar.progress(0, 2_700_000);
            pass(500);
            bar.progress(1_350_000, 2_700_000);
            assertThat(bars.lines(100))
                    .containsExactly("beach.png   ━━━━━━━━━━━━━━━━━━───────────────────   50%  1.4 MB of 2.7 MB"
                            + "  2.7 MB/s  0:01 left");
        }
        assertThat(bars.lines(100)).isEmpty();
    }

    @Test
    void theFiguresHaveRoomOnAnOrdinaryTerminal() {
        ProgressBars bars = new ProgressBars(1, OptionalLong.of(2_700_000), clock);
        try (ProgressBars.Bar bar = bars.begin("a rather long name of an image.png")) {
            bar.progress(0, 2_700_000);
            pass(500);
            bar.progress(1_350_000, 2_700_000);
            assertThat(bars.lines(80))
                    .containsExactly("a rather …image.png  ━━━━────   50%  1.4 MB of 2.7 MB  2.7 MB/s  0:01 left");
        }
    }

    @Test
    void severalTransfersHaveALineForAll() {
        ProgressBars bars = new ProgressBars(3, OptionalLong.of(4000), clock);
        try (ProgressBars.Bar first = bars.begin("a.png")) {
            first.progress(1000, 1000);
        }
        try (ProgressBars.Bar second = bars.begin("b.png")) {
            pass(1000);
            second.progress(500, 1000);
            assertThat(bars.lines(100))
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("1 of 3 ")
                    .contains(" 37%  1.5 kB of 4.0 kB");
        }
    }

    @Test
    void whereTheSizesAreNotKnownTheImagesAreCounted() {
        ProgressBars bars = new ProgressBars(4, OptionalLong.empty(), clock);
        bars.begin("a.png").close();
        try (ProgressBars.Bar second = bars.begin("b.png")) {
            second.progress(500, 1000);
            assertThat(bars.lines(80).getLast()).startsWith("1 of 4 ").contains(" 37%");
        }
    }

    @Test
    void everyLineFitsIntoTheTerminal() {
        ProgressBars bars = new ProgressBars(2, OptionalLong.of(999_999_999_999L), clock);
        try (ProgressBars.Bar bar = bars.begin("\u6d77".repeat(40) + ".png")) {
            bar.progress(0, 999_999_999_999L);
            pass(1000);
            bar.progress(123_456_789, 999_999_999_999L);
            for (int columns = 20; columns < 200; columns++) {
                for (String line : bars.lines(columns)) {
                    assertThat(TextWidth.of(line))
                            .as("%d columns: %s", columns, line)
                            .isLessThan(columns);
                }
            }
        }
    }

    @Test
    void bytesOfAnEarlierAttemptDoNotCountAsSpeed() {
        RateMeter meter = new RateMeter();
        meter.note(now, 1_000_000);
        pass(1000);
        meter.note(now, 1_000_500);
        assertThat(meter.bytesPerSecond(now)).contains(500.0);
    }

    @Test
    void speedIsThatOfTheLastSeconds() {
        RateMeter meter = new RateMeter();
        for (int second = 0; second <= 20; second++) {
            meter.note(now, second < 10 ? 0 : (second - 10) * 100L);
            pass(1000);
        }
        assertThat(meter.bytesPerSecond(now.minusMillis(1000)).orElseThrow()).isEqualTo(100.0);
    }

    @Test
    void afterALostConnectionTheSpeedStartsAnew() {
        RateMeter meter = new RateMeter();
        meter.note(now, 5000);
        pass(1000);
        meter.note(now, 9000);
        pass(1000);
        meter.note(now, 2000);
        assertThat(meter.bytesPerSecond(now)).isEmpty();
    }
}
