package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.protocol.CameraTime;

class WordingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "48211, 48.2 kB",
        "99949, 99.9 kB",
        "99950, 100 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "1234567, 1.2 MB",
        "268435456, 268 MB",
        "5000000000, 5.0 GB",
        "9223372036854775807, 9.2 EB"
    })
    void sizesHaveThreeFiguresAtMost(long bytes, String text) {
        assertThat(Wording.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "4, 0:04", "64, 1:04", "3599, 59:59", "3723, 1:02:03"})
    void timesToWaitAreThoseOfAClock(long seconds, String text) {
        assertThat(Wording.clock(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "800000, 0.8 ms",
        "9949000, 9.9 ms",
        "746800000, 747 ms",
        "999600000, 1.0 s",
        "1500000000, 1.5 s",
        "61000000000, 61.0 s"
    })
    void timesThatSomethingTookAreShort(long nanos, String text) {
        assertThat(Wording.took(Duration.ofNanos(nanos))).isEqualTo(text);
    }

    @Test
    void momentsAreThoseOfThisPlace() {
        assertThat(Wording.minute(Instant.parse("2026-06-30T22:15:59Z"), BERLIN))
                .isEqualTo("2026-07-01 00:15");
    }

    @Test
    void aCameraWithoutAZoneIsTakenAtItsWord() {
        LocalDateTime time = LocalDateTime.parse("2026-06-30T22:15:59");
        assertThat(Wording.minute(CameraTime.local(time), BERLIN)).isEqualTo("2026-06-30 22:15");
        assertThat(Wording.minute(new CameraTime(time, true), BERLIN)).isEqualTo("2026-07-01 00:15");
    }

    @Test
    void countsAgreeWithTheirNouns() {
        assertThat(Wording.count(1, "image")).isEqualTo("1 image");
        assertThat(Wording.count(12_345, "image")).isEqualTo("12,345 images");
    }
}
