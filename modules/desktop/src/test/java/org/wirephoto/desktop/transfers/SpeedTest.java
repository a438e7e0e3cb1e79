package org.wirephoto.desktop.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SpeedTest {
    private final Speed speed = new Speed();

    private void run(int fromSecond, int toSecond, long startBytes, long bytesPerSecond) {
        for (int second = fromSecond; second <= toSecond; second++) {
            speed.update(startBytes + (second - fromSecond) * bytesPerSecond, TimeUnit.SECONDS.toNanos(second));
        }
    }

    @Test
    void knowsASteadySpeedAndTheTimeThatIsLeft() {
        run(0, 10, 0, 1000);

        assertThat(speed.bytesPerSecond()).isCloseTo(1000, within(1.0));
        assertThat(speed.timeFor(5000)).contains(Duration.ofSeconds(5));
    }

    @Test
    void followsAChange() {
        run(0, 10, 0, 1000);
        run(11, 25, 20_000, 100);

        assertThat(speed.bytesPerSecond()).isLessThan(200);
    }

    @Test
    void countsNoBytesOfAnEarlierTime() {
        run(0, 3, 5_000_000, 10);

        assertThat(speed.bytesPerSecond()).isCloseTo(10, within(1.0));
    }

    @Test
    void promisesNothingAtAStandstill() {
        assertThat(speed.timeFor(1)).isEmpty();
        run(0, 60, 100, 0);

        assertThat(speed.timeFor(1)).isEmpty();
    }
}
