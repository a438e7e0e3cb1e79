package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAttributesTest {
    private static final Digest DIGEST = Digest.of(new byte[32]);
    private static final Instant SAVED = Instant.parse("2026-11-22T16:20:00.123456789Z");

    private static ImageAttributes image(long filesize, int width, int height, Instant saved) {
        return new ImageAttributes(
                filesize, ImageType.PNG, width, height, DIGEST, saved, "i", Optional.empty(), Optional.empty());
    }

    private static ImageAttributes image() {
        return image(5, 2, 3, SAVED);
    }

    @Nested
    class Writing {
        @Test
        void hasTheSizeOnlyInReplies() {
            assertThat(image().toMap()).doesNotContainKey("filesize");
            assertThat(image().toReplyMap())
                    .containsAllEntriesOf(image().toMap())
                    .containsEntry("filesize", "5");
        }

        @Test
        void hasTimesInUtcWithMilliseconds() {
            assertThat(image().toMap()).containsEntry("saved", "2026-11-22T16:20:00.123Z");
            assertThat(ImageAttributes.formatTime(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
        }

        @Test
        void leavesOutWhatIsNotKnown() {
            assertThat(image().toMap()).containsOnlyKeys("type", "width", "height", "sha256", "saved", "id");
        }
    }

    @Nested
    class Reading {
        @ParameterizedTest
        @CsvSource({
            "type, image/svg+xml",
            "type, ''",
            "width, 0",
            "width, -1",
            "width, +2",
            "width, \u0662",
            "width, 2147483648",
            "height, ''",
            "height, 1.5",
            "sha256, abc",
            "saved, 2026-11-22",
            "saved, +20000-01-01T00:00:00Z",
            "taken, ''",
            "taken, 2026-11-22"
        })
        void givesNothingWhereAValueMakesNoSense(String key, String value) {
            Map<String, String> map = new LinkedHashMap<>(image().toMap());
            map.put(key, value);

            assertThat(ImageAttributes.parse(5, map)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"type", "width", "height", "sha256", "saved", "id"})
        void givesNothingWhereAValueIsMissing(String key) {
            Map<String, String> map = new LinkedHashMap<>(image().toMap());
            map.remove(key);

            assertThat(ImageAttributes.parse(5, map)).isEmpty();
        }

        @Test
        void takesWhatOtherServersMayWrite() {
            Map<String, String> map = new LinkedHashMap<>(image().toMap());
            map.put("sha256", "AB".repeat(32));
            map.put("saved", "2026-11-22t17:20:00.123456+01:00");

            assertThat(ImageAttributes.parse(5, map)).hasValueSatisfying(read -> {
                assertThat(read.digest().hex()).isEqualTo("ab".repeat(32));
                assertThat(read.saved()).isEqualTo(Instant.parse("2026-11-22T16:20:00.123Z"));
            });
        }
    }

    @Nested
    class Values {
        @Test
        void areRefusedWhereNoLineCouldCarryThem() {
            assertThatThrownBy(() -> image(0, 1, 1, SAVED)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> image(1, 0, 1, SAVED)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> image(1, 1, -1, SAVED)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> image(1, 1, 1, Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> image(1, 1, 1, Instant.parse("-0001-12-31T23:59:59Z")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class CameraTimes {
        @ParameterizedTest
        @CsvSource({
            "2026-11-01T09:08:07.006, 2026-11-01T09:08:07.006",
            "2026-11-01T09:08:07, 2026-11-01T09:08:07.000",
            "2026-11-01T09:08:07.0069, 2026-11-01T09:08:07.006",
            "2026-11-01T09:08:07.006Z, 2026-11-01T09:08:07.006Z",
            "2026-11-01T09:08:07+02:00, 2026-11-01T07:08:07.000Z",
            "2026-11-01T00:08:07.000-05:30, 2026-11-01T05:38:07.000Z"
        })
        void keepTheirZoneWhereTheyHaveOne(String text, String written) {
            assertThat(CameraTime.parse(text)).hasValueSatisfying(time -> {
                assertThat(time.text()).isEqualTo(written);
                assertThat(time.utc()).isEqualTo(written.endsWith("Z"));
            });
        }

        @Test
        void comeBackTheSame() {
            Arbitrary arbitrary = new Arbitrary(13);
            for (int i = 0; i < 5_000; i++) {
                CameraTime time = arbitrary.cameraTime();

                assertThat(CameraTime.parse(time.text())).contains(time);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "noon",
                    "2026-11-01",
                    "2026:11:01 09:08:07",
                    "2026-13-01T00:00:00.000",
                    "2026-11-01T24:00:01.000",
                    "0000-01-01T00:00:00+01:00",
                    "+999999999-12-31T23:59:59Z",
                    "+20000-01-01T00:00:00"
                })
        void areNoneWhereTheTextIsNone(String text) {
            assertThat(CameraTime.parse(text)).isEmpty();
        }

        @Test
        void lieInYearsOfFourDigits() {
            assertThatThrownBy(() -> CameraTime.local(LocalDateTime.MAX)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CameraTime.local(LocalDateTime.MIN)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
