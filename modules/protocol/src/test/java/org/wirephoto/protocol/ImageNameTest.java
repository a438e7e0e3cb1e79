package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {
    private static final String FAMILY = "👨\u200d👩\u200d👧";

    private static Optional<ErrorCode> fault(String given) {
        return ImageName.check(given) instanceof NameCheck.Refused refused
                ? Optional.of(refused.code())
                : Optional.empty();
    }

    private static Optional<String> suggestion(String given) {
        return ImageName.check(given) instanceof NameCheck.Refused refused
                ? refused.suggestion().map(ImageName::text)
                : Optional.empty();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Nested
    class AcceptedNames {
        static Stream<Arguments> table() {
            return Stream.of(
                    arguments("beach.png", "beach.png"),
                    arguments("a.b.c.JPG", "a.b.c.JPG"),
                    arguments("a..png", "a..png"),
                    arguments("x.7z", "x.7z"),
                    arguments("-.-.gif", "-.-.gif"),
                    arguments("100%, really=yes; 'a' & $b #1.png", "100%,_really=yes;_'a'_&_$b_#1.png"),
                    // white space
                    arguments("  my cat .png ", "my_cat_.png"),
                    arguments("\t\r\nbeach.png\n", "beach.png"),
                    arguments("a\nb\u00a0c\u0085d\u2028e\u3000f.png", "a_b_c_d_e_f.png"),
                    arguments("\u00a0\u1680\u2003\u202f\u205f\u2029beach.png\u2007\u3000", "beach.png"),
                    arguments("a  b.png", "a__b.png"),
                    // normal forms
                    arguments("e\u0301te\u0301.jpg", "\u00e9t\u00e9.jpg"),
                    arguments("\u00e9t\u00e9.jpg", "\u00e9t\u00e9.jpg"),
                    arguments("\u212bngstr\u00f6m.png", "\u00c5ngstr\u00f6m.png"),
                    arguments("\u1112\u1161\u11ab.png", "\ud55c.png"),
                    arguments("\ufb01sh.png", "\ufb01sh.png"),
                    // what people write and draw
                    arguments("\u5bcc\u58eb\u5c71.webp", "\u5bcc\u58eb\u5c71.webp"),
                    arguments("\u05e9\u05dc\u05d5\u05dd.png", "\u05e9\u05dc\u05d5\u05dd.png"),
                    arguments("😀.png", "😀.png"),
                    arguments("❤\ufe0f.png", "❤\ufe0f.png"),
                    arguments("👍🏽.png", "👍🏽.png"),
                    arguments(FAMILY + ".png", FAMILY + ".png"),
                    arguments(
                            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645.png",
                            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645.png"),
                    arguments("a\u200d.png", "a\u200d.png"),
                    arguments("\ue000\udbff\udffd.png", "\ue000\udbff\udffd.png"),
                    // extensions
                    arguments("a.\u0444\u043e\u0442\u043e", "a.\u0444\u043e\u0442\u043e"),
                    arguments("a.1", "a.1"),
                    arguments("a.1234567890123456", "a.1234567890123456"),
                    arguments("a.\ud835\udc00\ud835\udc01", "a.\ud835\udc00\ud835\udc01"),
                    // near what Windows reserves
                    arguments("CONS.png", "CONS.png"),
                    arguments("CON_.png", "CON_.png"),
                    arguments("CON .png", "CON_.png"),
                    arguments("my.CON.png", "my.CON.png"),
                    arguments("COM0.png", "COM0.png"),
                    arguments("COM10.png", "COM10.png"),
                    arguments("COM\u2074.png", "COM\u2074.png"),
                    arguments("LPT.png", "LPT.png"));
        }

        @ParameterizedTest
        @MethodSource("table")
        void areStoredNormalised(String given, String stored) {
            assertThat(ImageName.check(given))
                    .isInstanceOfSatisfying(
                            NameCheck.Accepted.class,
                            accepted -> assertThat(accepted.name().text()).isEqualTo(stored));
        }

        @Test
        void haveUpTo255Bytes() {
            assertThat(fault("a".repeat(251) + ".png")).isEmpty();
            assertThat(fault("\u00e9".repeat(125) + "a.png")).isEmpty();
            assertThat(fault("e\u0301".repeat(125) + "a.png")).isEmpty();
        }
    }

    @Nested
    class RefusedNames {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "\n\t",
                    "\u00a0\u3000",
                    ".png",
                    " .png ",
                    ".PNG",
                    ".a",
                    ".1234567890123456",
                    ".\u0444\u043e\u0442\u043e",
                    "\u2003.jpeg\u0085"
                })
        void areMissingWhereNothingOrOnlyAnExtensionIsLeft(String given) {
            assertThat(fault(given)).contains(ErrorCode.NAME_MISSING);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    // characters that a file can't have everywhere
                    "a/b.png",
                    "/beach.png",
                    "../../etc/passwd",
                    "..\\beach.png",
                    "C:\\beach.png",
                    "a:b.png",
                    "a*.png",
                    "a?.png",
                    "\"a\".png",
                    "<a>.png",
                    "a>.png",
                    "a|b.png",
                    "beach.png/",
                    "N/A",
                    "n/a",
                    // controls
                    "a\u0000.png",
                    "a\u001b[31m.png",
                    "a\u007f.png",
                    "a\u0080.png",
                    "a\u009b.png",
                    // halves of surrogate pairs
                    "a\ud83d.png",
                    "a\ude00.png",
                    "\ude00\ud83d.png",
                    // unassigned
                    "a\u0378.png",
                    "a\uffff.png",
                    "a\ufdd0.png",
                    "a\udb40\udfff.png",
                    "a\udbff\udfff.png",
                    // format characters
                    "a\u00ad.png",
                    "a\u200b.png",
                    "a\u200e.png",
                    "\u200fa.png",
                    "invoice\u202egnp.exe.png",
                    "a\u2066b\u2069.png",
                    "a\u2060b.png",
                    "\ufeffbeach.png",
                    "beach.png\ufeff",
                    "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f.png",
                    // joiners with nothing to join
                    "\u200dbeach.png",
                    "\u200cbeach.png",
                    "beach.png\u200d",
                    "a\u200d\u200db.png",
                    "a\u200c\u200db.png",
                    "\u200d",
                    // dots
                    ".",
                    "..",
                    "..png",
                    ".hidden.png",
                    "beach.png.",
                    "beach.",
                    " .beach.png",
                    ".12345678901234567",
                    ".p_g",
                    // what Windows reserves
                    "CON",
                    "CON.png",
                    "con.png",
                    "Con.tar.png",
                    "PRN.png",
                    "aux.jpg",
                    "NUL.gif",
                    "nul",
                    "COM1.png",
                    "com9.png",
                    "LPT1.png",
                    "lpt9.x.png",
                    "COM\u00b9.png",
                    "com\u00b2.png",
                    "LPT\u00b3.png"
                })
        void areInvalid(String given) {
            assertThat(fault(given)).contains(ErrorCode.NAME_INVALID);
        }

        @Test
        void areInvalidOver255BytesHoweverFewTheirCharacters() {
            assertThat(fault("a".repeat(252) + ".png")).contains(ErrorCode.NAME_INVALID);
            assertThat(fault("\u00e9".repeat(126) + ".png")).contains(ErrorCode.NAME_INVALID);
            assertThat(fault("😀".repeat(63) + ".png")).contains(ErrorCode.NAME_INVALID);
            assertThat(fault("a".repeat(300))).contains(ErrorCode.NAME_INVALID);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "beach",
                    "png",
                    "a.p_g",
                    "a.b-c",
                    "a.j pg",
                    "a.png_",
                    "a.12345678901234567",
                    "a.png\u0301x\u0327",
                    "a.😀",
                    "a.b.c d",
                    "CONSOLE"
                })
        void lackAnExtension(String given) {
            assertThat(fault(given)).contains(ErrorCode.EXTENSION_MISSING);
        }

        @Test
        void areToldWithASentenceThatShowsNothingHarmful() {
            for (String given : List.of("a\u202eb.png", "a\u001b.png", "a\ud800.png", "a/b.png", "a".repeat(300))) {
                assertThat(ImageName.check(given))
                        .isInstanceOfSatisfying(
                                NameCheck.Refused.class,
                                refused ->
                                        assertThat(refused.reason()).isEqualTo(PeerText.safe(refused.reason(), 200)));
            }
        }

        @Test
        void canNotBeMadeNames() {
            assertThatThrownBy(() -> ImageName.of("beach")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Suggestions {
        @ParameterizedTest
        @CsvSource({
            "a/b.png, a_b.png",
            "'..\\beach.png', _beach.png",
            "..beach.png, beach.png",
            "beach.png., beach.png",
            "CON.png, _CON.png",
            "com1.x.png, _com1.x.png",
            "'what?.png', what_.png",
            "'\u202ebeach.png', beach.png",
            "'\u202eCON.png', _CON.png",
            "'beach\u0000.png', beach_.png",
            "'a\u200d\u200db.png', a\u200db.png"
        })
        void areTheNearestNameThatWorks(String given, String suggested) {
            assertThat(suggestion(given)).contains(suggested);
        }

        @Test
        void areCutBetweenCharactersWhereTheNameWasTooLong() {
            assertThat(suggestion("a".repeat(300) + ".jpeg")).contains("a".repeat(250) + ".jpeg");
            assertThat(suggestion("😀".repeat(100) + ".png")).contains("😀".repeat(62) + ".png");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".png", "beach", "..png", "a/b", "/", "a.p*g", "\u200d"})
        void areLeftOutWhereNoneIsNear(String given) {
            assertThat(suggestion(given)).isEmpty();
        }

        @Test
        void areAlwaysNamesThemselves() {
            Arbitrary arbitrary = new Arbitrary(6);
            for (int i = 0; i < 20_000; i++) {
                String given = arbitrary.text(arbitrary.below(10) == 0 ? 300 : 8) + "." + arbitrary.text(3);
                if (arbitrary.coin()) {
                    given += ".png";
                }
                if (arbitrary.below(5) == 0) {
                    given = "COM1." + given;
                }

                suggestion(given)
                        .ifPresent(text -> assertThat(ImageName.of(text).text()).isEqualTo(text));
            }
        }
    }

    @Nested
    class Normalising {
        @Test
        void changesNothingTheSecondTime() {
            Arbitrary arbitrary = new Arbitrary(7);
            for (int i = 0; i < 20_000; i++) {
                String once = ImageName.normalise(arbitrary.text(20));

                assertThat(ImageName.normalise(once)).isEqualTo(once);
            }
        }

        @Test
        void knowsAllWhiteSpaceAndNothingElse() {
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                String text = Character.toString(point);
                boolean white = text.matches("\\p{IsWhite_Space}");

                if (white != ImageName.normalise("a" + text + "b").equals("a_b") && point != '_') {
                    throw new AssertionError("U+" + Integer.toHexString(point));
                }
            }
        }
    }

    @Nested
    class Keys {
        @ParameterizedTest
        @CsvSource({
            "Beach.PNG, beach.png",
            "\u00c9T\u00c9.jpg, e\u0301te\u0301.JPG",
            "STRASSE.png, stra\u00dfe.png",
            "\u03a3\u03a3.png, \u03c3\u03c2.png",
            "\u00b5.png, \u03bc.png",
            "\u017fun.png, SUN.png",
            "\ufb01sh.png, FISH.png",
            "\u0131.png, I.png",
            "\u01c4.png, \u01c6.png",
            "\u01c5.png, \u01c6.png",
            "\ud801\udc00.png, \ud801\udc28.png",
            "\u212a.png, k.png",
            "my cat.png, MY_CAT.PNG"
        })
        void areOneForNamesThatDifferInCaseOrFormAlone(String one, String other) {
            ImageName first = ImageName.of(one);
            ImageName second = ImageName.of(other);

            assertThat(first).isEqualTo(second).hasSameHashCodeAs(second).isEqualByComparingTo(second);
            assertThat(first.key()).isEqualTo(second.key());
        }

        @ParameterizedTest
        @CsvSource({
            "a.png, b.png",
            "a.png, a.jpg",
            "\u00e9.png, e.png",
            "\u0130.png, i.png",
            "\uff41.png, a.png",
            "\u00b2.png, 2.png",
            "a_b.png, a-b.png",
            "a\u200db.png, ab.png"
        })
        void areSeveralForNamesThatDifferMore(String one, String other) {
            assertThat(ImageName.of(one)).isNotEqualTo(ImageName.of(other));
        }

        @Test
        void followThePageForEveryCodePoint() {
            int differing = 0;
            for (int point : IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .toArray()) {
                String text = Character.toString(point);
                String lower = text.toLowerCase(Locale.ROOT);
                String folded = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
                differing += lower.equals(folded) ? 0 : 1;
                if (Normalizer.isNormalized(text, Normalizer.Form.NFC)
                        && !ImageName.keyOf(text).equals(Normalizer.normalize(folded, Normalizer.Form.NFC))) {
                    throw new AssertionError("U+" + Integer.toHexString(point));
                }
            }
            assertThat(differing).isEqualTo(125);
        }

        @Test
        void foldEachCodePointForItself() {
            assertThat(ImageName.keyOf("\u039f\u03a3")).isEqualTo("\u03bf\u03c3");
        }

        @Test
        void sortByTheirBytes() {
            List<String> sorted = Stream.of("\ud83d\ude00.png", "\uffe5.png", "b.png", "A.png", "a-2.png", "\u00e9.png")
                    .map(ImageName::of)
                    .sorted()
                    .map(ImageName::text)
                    .toList();

            assertThat(sorted)
                    .containsExactly("a-2.png", "A.png", "b.png", "\u00e9.png", "\uffe5.png", "\ud83d\ude00.png");
        }

        @Test
        void areTheSameHoweverTheNameIsWritten() {
            Arbitrary arbitrary = new Arbitrary(8);
            for (int i = 0; i < 20_000; i++) {
                String text = arbitrary.text(10);

                assertThat(ImageName.keyOf(Normalizer.normalize(text, Normalizer.Form.NFD)))
                        .isEqualTo(ImageName.keyOf(text));
            }
        }
    }

    @Nested
    class Parts {
        @ParameterizedTest
        @CsvSource({"beach.png, beach, png", "a.b.c.JPG, a.b.c, JPG", "a..gif, a., gif"})
        void areTheStemAndTheExtension(String name, String stem, String extension) {
            assertThat(ImageName.of(name).stem()).isEqualTo(stem);
            assertThat(ImageName.of(name).extension()).isEqualTo(extension);
        }

        @ParameterizedTest
        @CsvSource({"beach.jpg, png, beach.png", "a.b.c, gif, a.b.gif", "a.b, png, a.png"})
        void canBeGivenAnotherExtension(String name, String extension, String changed) {
            assertThat(ImageName.of(name).withExtension(extension).map(ImageName::text))
                    .contains(changed);
        }

        @Test
        void areCutWhereAnotherExtensionNeedsRoom() {
            ImageName longest = ImageName.of("é".repeat(125) + "b.gif");

            assertThat(bytes(longest.text())).isEqualTo(255);
            assertThat(longest.withExtension("jpeg").map(ImageName::text)).contains("é".repeat(125) + ".jpeg");
        }

        @Test
        void canNotBeGivenAnExtensionThatIsNone() {
            assertThat(ImageName.of("a.png").withExtension("p g")).isEmpty();
            assertThat(ImageName.of("a.png").withExtension("")).isEmpty();
        }

        @Test
        void canBeNumbered() {
            assertThat(ImageName.of("beach.png").numbered(2).map(ImageName::text))
                    .contains("beach-2.png");
            assertThat(ImageName.of("a".repeat(251) + ".png").numbered(12).map(ImageName::text))
                    .contains("a".repeat(248) + "-12.png");
        }

        @Test
        void makeNamesHoweverTheyAreCut() {
            Arbitrary arbitrary = new Arbitrary(9);
            for (int i = 0; i < 2_000; i++) {
                if (ImageName.check(arbitrary.text(10) + "x".repeat(arbitrary.below(260)) + FAMILY + ".png")
                        instanceof NameCheck.Accepted accepted) {
                    for (Optional<ImageName> made : Arrays.asList(
                            accepted.name().withExtension("jpeg"),
                            accepted.name().numbered(i))) {
                        assertThat(bytes(made.orElseThrow().text())).isLessThanOrEqualTo(255);
                    }
                }
            }
        }
    }
}
