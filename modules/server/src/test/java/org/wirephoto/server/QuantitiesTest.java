package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    @Nested
    class Sizes {
        @ParameterizedTest
        @CsvSource({
            "0, 0",
            "5000000, 5000000",
            "600M, 629145600",
            "600m, 629145600",
            "1 GiB, 1073741824",
            "1GiB, 1073741824",
            "' 2 k ', 2048",
            "3KB, 3000",
            "4 TB, 4000000000000",
            "1T, 1099511627776",
            "12 b, 12",
            "8388607T, 9223370937343148032"
        })
        void readsWhatPeopleWrite(String text, long bytes) {
            assertThat(Quantities.size(text)).hasValue(bytes);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "M", "-1", "1.5G", "12 XB", "1 G B", "9999999999999999999", "8388608T", "0x10", "١"})
        void refusesWhatIsNone(String text) {
            assertThat(Quantities.size(text)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "0, 0 bytes",
            "1023, 1023 bytes",
            "1024, 1.0 KiB",
            "1610612736, 1.5 GiB",
            "9223372036854775807, 8.0 EiB"
        })
        void showsThemShort(long bytes, String text) {
            assertThat(Quantities.show(bytes)).isEqualTo(text);
        }
    }

    @Nested
    class Times {
        @ParameterizedTest
        @CsvSource({
            "150 ms, PT0.15S",
            "90s, PT1M30S",
            "90 sec, PT1M30S",
            "5 min, PT5M",
            "24h, PT24H",
            "1 day, PT24H",
            "30 days, PT720H",
            "2d, PT48H"
        })
        void readsWhatPeopleWrite(String text, Duration time) {
            assertThat(Quantities.time(text)).contains(time);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "5", "min", "5 months", "-5 s", "1.5 h", "999999999999999999 days"})
        void refusesWhatIsNone(String text) {
            assertThat(Quantities.time(text)).isEmpty();
        }

        @Test
        void hasNoSizesAmongThem() {
            assertThat(Quantities.time("5M")).isEmpty();
        }
    }
}
