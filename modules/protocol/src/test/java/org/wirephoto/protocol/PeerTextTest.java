package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerTextTest {
    private static final int PLENTY = 1000;

    @Nested
    class Escaping {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "beach.png",
                    "my cat, 100 %",
                    "Łódź.jpg",
                    "\u5bcc\u58eb\u5c71.jpg",
                    "\u05e9\u05dc\u05d5\u05dd.png",
                    "👨\u200d👩\u200d👧.png",
                    "❤\ufe0f.gif",
                    "\ue000.png"
                })
        void leavesAloneWhatAPersonCanRead(String text) {
            assertThat(PeerText.safe(text, PLENTY)).isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource({
            "000A, \\n",
            "000D, \\r",
            "0009, \\t",
            "005C, \\\\",
            "0000, \\u{0}",
            "0007, \\u{7}",
            "001B, \\u{1B}",
            "007F, \\u{7F}",
            "009B, \\u{9B}",
            "00AD, \\u{AD}",
            "061C, \\u{61C}",
            "200B, \\u{200B}",
            "200E, \\u{200E}",
            "200F, \\u{200F}",
            "2028, \\u{2028}",
            "2029, \\u{2029}",
            "202A, \\u{202A}",
            "202E, \\u{202E}",
            "2066, \\u{2066}",
            "2069, \\u{2069}",
            "D800, \\u{D800}",
            "DFFF, \\u{DFFF}",
            "FEFF, \\u{FEFF}",
            "FFFF, \\u{FFFF}",
            "E0041, \\u{E0041}",
            "10FFFF, \\u{10FFFF}"
        })
        void escapesWhatATerminalWouldObeyOrHide(String point, String shown) {
            String text = "a" + Character.toString(Integer.parseInt(point, 16)) + "b";

            assertThat(PeerText.safe(text, PLENTY)).isEqualTo("a" + shown + "b");
        }

        @Test
        void letsNoTextPassForAnothersEscape() {
            assertThat(PeerText.safe("\\n", PLENTY)).isNotEqualTo(PeerText.safe("\n", PLENTY));
        }

        @Test
        void keepsEveryCodePointOnItsLineAndHarmless() {
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                String safe = PeerText.safe(Character.toString(point), PLENTY);

                if (!safe.codePoints().allMatch(PeerTextTest::isHarmless)) {
                    throw new AssertionError("U+" + Integer.toHexString(point) + " came out as " + safe);
                }
            }
        }
    }

    @Nested
    class Cutting {
        @Test
        void keepsATextThatJustFits() {
            assertThat(PeerText.safe("12345", 5)).isEqualTo("12345");
        }

        @Test
        void endsALongerTextWithAnEllipsis() {
            assertThat(PeerText.safe("123456", 5)).isEqualTo("1234…");
        }

        @Test
        void neverCutsAnEscapeOrACharacterInTwo() {
            String text = "a\u001b😀\\b\n";

            for (int max = 1; max < 20; max++) {
                String safe = PeerText.safe(text, max);

                assertThat(safe).hasSizeLessThanOrEqualTo(max);
                assertThat(safe)
                        .isIn(
                                "…",
                                "a…",
                                "a\\u{1B}…",
                                "a\\u{1B}😀…",
                                "a\\u{1B}😀\\\\…",
                                "a\\u{1B}😀\\\\b…",
                                "a\\u{1B}😀\\\\b\\n");
            }
        }

        @Test
        void givesUpAtOnceOnAHugeText() {
            assertThat(PeerText.safe("\u0000".repeat(10_000_000), 100)).hasSize(5 * 19 + 1);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1})
        void refusesToCutToNothing(int max) {
            assertThatThrownBy(() -> PeerText.safe("a", max))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Integer.toString(max));
        }
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> point == 0x200C || point == 0x200D;
            default -> true;
        };
    }
}
