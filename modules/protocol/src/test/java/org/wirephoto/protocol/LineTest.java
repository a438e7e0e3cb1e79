package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    private static Line named(String name) {
        return new Line("stat", Optional.of(name), OptionalLong.empty(), Map.of());
    }

    private static Line valued(String value) {
        return new Line("x", Optional.empty(), OptionalLong.empty(), Map.of("a", value));
    }

    private static String text(Line line) {
        return new String(line.encode(), StandardCharsets.UTF_8);
    }

    @Test
    void tellsAKeyToNoLog() {
        Line line =
                new Line("hello", Optional.empty(), OptionalLong.empty(), Map.of("key", "6W7A40H395", "version", "1"));
        assertThat(line.toString()).contains("hello", "version=1", "key=").doesNotContain("6W7A40H395");
    }

    @Nested
    class Writing {
        @Test
        void givesAbsentFieldsTheirMark() {
            assertThat(text(new Line("list", Optional.empty(), OptionalLong.empty(), Map.of())))
                    .isEqualTo("list,N/A,N/A\n");
        }

        @Test
        void givesANameWithNothingInItTheMarkOfAnAbsentOne() {
            assertThat(text(named(""))).isEqualTo("stat,N/A,N/A\n");
        }

        @Test
        void givesSizesTheirDigits() {
            assertThat(text(new Line("save", Optional.of("a.png"), OptionalLong.of(Long.MAX_VALUE), Map.of())))
                    .isEqualTo("save,a.png,9223372036854775807\n");
        }

        @ParameterizedTest
        @CsvSource({
            "'a,b', a%2Cb",
            "'100%', 100%25",
            "%41, %2541",
            "' a', %20a",
            "'a ', a%20",
            "' ', %20",
            "'  ', %20%20",
            "'a b', a b",
            "'\ta', %09a",
            "'a\nb', a%0Ab",
            "'\r', %0D",
            "'\u007f', %7F",
            "'\u0085', %C2%85",
            "'\u0000', %00",
            "N/A, N%2FA",
            "n/a, n/a",
            "é😀, é😀",
            "a=b, a=b",
            "'\u00a0', '\u00a0'"
        })
        void escapesInANameWhatWouldNotSurvive(String name, String written) {
            assertThat(text(named(name))).isEqualTo("stat," + written + ",N/A\n");
        }

        @ParameterizedTest
        @CsvSource({"N/A, N/A", "'', ''", "a=b, a=b", "'a,b', a%2Cb", "' ', %20", "'\n', %0A"})
        void escapesInAValueWhatWouldNotSurvive(String value, String written) {
            assertThat(text(valued(value))).isEqualTo("x,N/A,N/A,a=" + written + "\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "N/A", "LIST", "li st", "list,", "list\n", "l1st", "é"})
        void refusesACommandThatIsNone(String command) {
            Line line = new Line(command, Optional.empty(), OptionalLong.empty(), Map.of());

            assertThatThrownBy(line::encode).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "A", "1a", "-a", "a b", "a=", "a,", "a\n", "é"})
        void refusesAKeyThatIsNone(String key) {
            Line line = new Line("x", Optional.empty(), OptionalLong.empty(), Map.of(key, "1"));

            assertThatThrownBy(line::encode).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @ValueSource(chars = {'\ud800', '\udbff', '\udc00', '\udfff'})
        void refusesHalfOfASurrogatePair(char half) {
            assertThatThrownBy(named("a" + half + "b")::encode).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(valued(String.valueOf(half))::encode).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void goesUpTo4096Bytes() {
            assertThat(valued("a".repeat(4096 - "x,N/A,N/A,a=\n".length())).encode())
                    .hasSize(4096);
            assertThatThrownBy(valued("a".repeat(4097 - "x,N/A,N/A,a=\n".length()))::encode)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("4097");
        }
    }

    @Nested
    class Values {
        @Test
        void refuseANegativeSize() {
            assertThatThrownBy(() -> new Line("save", Optional.empty(), OptionalLong.of(-1), Map.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void areCopied() {
            Map<String, String> attributes = new HashMap<>(Map.of("a", "1"));
            Line line = new Line("x", Optional.empty(), OptionalLong.empty(), attributes);
            attributes.put("a", "2");

            assertThat(line.attribute("a")).contains("1");
            assertThatThrownBy(() -> line.attributes().put("b", "3")).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Nested
    class ThereAndBack {
        @Test
        void everyLineIsTheSame() {
            Arbitrary arbitrary = new Arbitrary(4);
            for (int i = 0; i < 20_000; i++) {
                Line line = arbitrary.line();

                assertThat(Wire.overTheWire(line)).isEqualTo(line);
            }
        }

        @Test
        void everyCharacterIsTheSame() {
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                    String text = Character.toString(point);

                    if (!LineEscapes.decode(LineEscapes.encode(text)).equals(Optional.of(text))) {
                        throw new AssertionError("U+" + Integer.toHexString(point));
                    }
                }
            }
        }
    }
}
