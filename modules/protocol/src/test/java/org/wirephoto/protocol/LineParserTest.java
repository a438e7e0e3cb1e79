package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTest {
    private static Line line(String command, String name, long filesize, Map<String, String> attributes) {
        return new Line(
                command,
                Optional.of(name),
                filesize < 0 ? OptionalLong.empty() : OptionalLong.of(filesize),
                attributes);
    }

    @Nested
    class ValidLines {
        static Stream<Arguments> table() {
            return Stream.of(
                    // absent fields and white space
                    arguments("list,N/A,N/A", line("list", "", -1, Map.of())),
                    arguments("list, N/A, N/A", line("list", "", -1, Map.of())),
                    arguments("LIST,N/A,N/A", line("list", "", -1, Map.of())),
                    arguments("List ,\tN/A\t, N/A ", line("list", "", -1, Map.of())),
                    arguments("list,,", line("list", "", -1, Map.of())),
                    arguments("list, ,\t", line("list", "", -1, Map.of())),
                    arguments("list,N/A,N/A\r", line("list", "", -1, Map.of())),
                    arguments("list,N/A,N/A \r", line("list", "", -1, Map.of())),
                    arguments(" list,N/A,N/A", line("list", "", -1, Map.of())),
                    arguments("list,N/A,N/A,", line("list", "", -1, Map.of())),
                    arguments("list,N/A,N/A,N/A,,N/A, ", line("list", "", -1, Map.of())),
                    arguments(",,", line("", "", -1, Map.of())),
                    // names
                    arguments("save,beach.png,48211", line("save", "beach.png", 48211, Map.of())),
                    arguments("save, my cat.png ,1", line("save", "my cat.png", 1, Map.of())),
                    arguments("stat,n/a,", line("stat", "n/a", -1, Map.of())),
                    arguments("stat,N%2FA,", line("stat", "N/A", -1, Map.of())),
                    arguments("stat,N%2fA,", line("stat", "N/A", -1, Map.of())),
                    arguments("stat,%20a%20,", line("stat", " a ", -1, Map.of())),
                    arguments("stat,a%2Cb%25c%3D,", line("stat", "a,b%c=", -1, Map.of())),
                    arguments("stat,%2541,", line("stat", "%41", -1, Map.of())),
                    arguments("stat,%0A%0d%00%C2%85,", line("stat", "\n\r\0\u0085", -1, Map.of())),
                    arguments("stat,%c3%A9é,", line("stat", "éé", -1, Map.of())),
                    arguments("stat,%F0%9F%98%80😀,", line("stat", "😀😀", -1, Map.of())),
                    arguments("stat,a=b,", line("stat", "a=b", -1, Map.of())),
                    arguments("stat,\u00a0a\u3000,", line("stat", "\u00a0a\u3000", -1, Map.of())),
                    arguments("stat,\u202ea\u2028,", line("stat", "\u202ea\u2028", -1, Map.of())),
                    // counts
                    arguments("save,a,0", line("save", "a", 0, Map.of())),
                    arguments("save,a,007", line("save", "a", 7, Map.of())),
                    arguments("save,a," + "0".repeat(4000) + "5", line("save", "a", 5, Map.of())),
                    arguments("save,a,9223372036854775807", line("save", "a", Long.MAX_VALUE, Map.of())),
                    // attributes
                    arguments("x,N/A,N/A,a=1,b-2=two", line("x", "", -1, Map.of("a", "1", "b-2", "two"))),
                    arguments("x,N/A,N/A, a=1 ,\tb=2\t", line("x", "", -1, Map.of("a", "1", "b", "2"))),
                    arguments("x,N/A,N/A,a=", line("x", "", -1, Map.of("a", ""))),
                    arguments("x,N/A,N/A,a=N/A", line("x", "", -1, Map.of("a", "N/A"))),
                    arguments("x,N/A,N/A,a=b=c==", line("x", "", -1, Map.of("a", "b=c=="))),
                    arguments("x,N/A,N/A,a= b", line("x", "", -1, Map.of("a", " b"))),
                    arguments("x,N/A,N/A,a=%3D%2c%20", line("x", "", -1, Map.of("a", "=, "))),
                    arguments("x,N/A,N/A,if-never=1", line("x", "", -1, Map.of("if-never", "1"))),
                    // commands that are none: for the next reader to say
                    arguments("\ufefflist,N/A,N/A", line("\ufefflist", "", -1, Map.of())),
                    arguments("l%69st,N/A,N/A", line("l%69st", "", -1, Map.of())),
                    arguments("AZaz@[,N/A,N/A", line("azaz@[", "", -1, Map.of())),
                    arguments("%zz,N/A,N/A", line("%zz", "", -1, Map.of())),
                    arguments("O\u212a,N/A,N/A", line("o\u212a", "", -1, Map.of())),
                    arguments("L\u0130ST,N/A,N/A", line("l\u0130st", "", -1, Map.of())));
        }

        @ParameterizedTest
        @MethodSource("table")
        void areRead(String text, Line expected) {
            assertThat(Wire.read(text)).isEqualTo(new LineResult.Parsed(expected));
        }

        @Test
        void keepTheOrderOfTheirAttributes() {
            assertThat(Wire.line("x,,,z=1,a=2,m=3").attributes())
                    .containsExactly(Map.entry("z", "1"), Map.entry("a", "2"), Map.entry("m", "3"));
        }
    }

    @Nested
    class MalformedLines {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    // fewer than three fields
                    "",
                    " ",
                    "\r",
                    "list",
                    "list,N/A",
                    "GET / HTTP/1.1",
                    // raw control characters
                    "list\0,N/A,N/A",
                    "stat,a\tb,N/A",
                    "stat,a\rb,N/A",
                    "stat,a\u007fb,N/A",
                    "stat,a\u0085b,N/A",
                    "stat,a\u009bb,N/A",
                    "stat,\u001b[31m,N/A",
                    "\u000blist,N/A,N/A",
                    "list,N/A,N/A\r\r",
                    "list,N/A,N/A\r ",
                    "list,N/A,N/A,a=b\u0001",
                    "list,N/A,N/A,\u0001",
                    // bad escapes
                    "stat,%,N/A",
                    "stat,100%,N/A",
                    "stat,%4,N/A",
                    "stat,a%4,N/A",
                    "stat,%zz,N/A",
                    "stat,%-1,N/A",
                    "stat,% 41,N/A",
                    "stat,%\uff14\uff11,N/A",
                    "list,N/A,N/A,a=%",
                    "list,N/A,N/A,unknown=%g0",
                    // not UTF-8 after decoding
                    "stat,%ff,N/A",
                    "stat,%C3,N/A",
                    "stat,%C3é,N/A",
                    "stat,%A9,N/A",
                    "stat,%C0%80,N/A",
                    "stat,%ED%A0%80,N/A",
                    "stat,%F4%90%80%80,N/A",
                    "list,N/A,N/A,a=%80",
                    // bad sizes
                    "save,a,x",
                    "save,a,-1",
                    "save,a,+5",
                    "save,a,1.0",
                    "save,a,1e3",
                    "save,a,0x10",
                    "save,a,1 000",
                    "save,a,%35",
                    "save,a,n/a",
                    "save,a,N%2FA",
                    "save,a,\u0661\u0662",
                    "save,a,\uff15",
                    "save,a,9223372036854775808",
                    "save,a,99999999999999999999999999",
                    "list,N/A,x",
                    // a key twice
                    "list,N/A,N/A,limit=1,limit=2",
                    "list,N/A,N/A,limit=1,x=2, limit=1",
                    "list,N/A,N/A,a=,a=",
                    "list,N/A,N/A,A=1,A=2"
                })
        void loseThePlace(String text) {
            assertThat(placeLost(Wire.read(text))).contains(true);
        }

        @ParameterizedTest
        @CsvSource({"C3", "FF", "C080", "EDA080", "F4908080", "E282"})
        void loseThePlaceWhereTheyAreNotUtf8(String hex) {
            byte[] bad = java.util.HexFormat.of().parseHex(hex);
            ByteBuffer bytes = ByteBuffer.allocate(100)
                    .put("stat,a".getBytes(StandardCharsets.US_ASCII))
                    .put(bad)
                    .put(",N/A".getBytes(StandardCharsets.US_ASCII));

            assertThat(placeLost(LineParser.parse(bytes.flip()))).contains(true);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "list,N/A,N/A,limit",
                    "list,N/A,N/A,limit,limit",
                    "list,N/A,N/A,%zz",
                    "list,N/A,N/A,=1",
                    "list,N/A,N/A,LIMIT=1",
                    "list,N/A,N/A,Limit=1,limit=1",
                    "list,N/A,N/A,1a=1",
                    "list,N/A,N/A,-a=1",
                    "list,N/A,N/A,a_b=1",
                    "list,N/A,N/A,a b=1",
                    "list,N/A,N/A,limit =1",
                    "list,N/A,N/A,%61=1",
                    "list,N/A,N/A,%zz=1",
                    "list,N/A,N/A,\u00e9=1",
                    "list,N/A,N/A,n/a",
                    "no-such-command,N/A,N/A,x"
                })
        void keepThePlaceWhereOnlyAnAttributeIsWrong(String text) {
            assertThat(placeLost(Wire.read(text))).contains(false);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "list,N/A,N/A,BAD=1,a=%",
                    "list,N/A,N/A,BAD,a=1,a=2",
                    "list,N/A,x,BAD",
                    "list,%,N/A,BAD",
                    "list,N/A,N/A,BAD,\u0001"
                })
        void loseThePlaceWhereverTheWorstFaultStands(String text) {
            assertThat(placeLost(Wire.read(text))).contains(true);
        }

        @ParameterizedTest
        @CsvSource({
            "'save,beach%2C.png,x'",
            "'save,beach%2C.png,1,a=%'",
            "'save,beach%2C.png,1,a=1,a=1'",
            "'save,beach%2C.png,1,BAD'"
        })
        void tellTheNameWhereItCouldBeRead(String text) {
            assertThat(Wire.read(text))
                    .isInstanceOfSatisfying(
                            LineResult.Malformed.class,
                            fault -> assertThat(fault.name()).contains("beach,.png"));
        }

        private static Optional<Boolean> placeLost(LineResult result) {
            return result instanceof LineResult.Malformed fault ? Optional.of(fault.placeLost()) : Optional.empty();
        }
    }

    @Nested
    class AnyInput {
        private static final List<String> PIECES = List.of(
                ",",
                ",",
                ",",
                "N/A",
                "%",
                "%4",
                "%41",
                "%C3",
                "%A9",
                "=",
                "a=",
                "save",
                "9",
                "9223372036854775807",
                "\r",
                "\t",
                " ",
                "\0",
                "é",
                "😀",
                "if-sha256=",
                "a".repeat(500),
                "\ufeff");

        @Test
        void isReadWithoutEverThrowing() {
            Arbitrary arbitrary = new Arbitrary(1);
            for (int i = 0; i < 50_000; i++) {
                byte[] bytes = arbitrary.coin() ? arbitrary.bytes(arbitrary.below(60)) : pieces(arbitrary);

                readEverythingInIt(LineParser.parse(ByteBuffer.wrap(bytes)));
            }
        }

        @Test
        void thatOnceWasALineIsReadWithoutEverThrowing() {
            Arbitrary arbitrary = new Arbitrary(2);
            for (int i = 0; i < 50_000; i++) {
                byte[] bytes = arbitrary.command().toLine().encode();
                for (int flips = arbitrary.below(4); flips > 0; flips--) {
                    bytes[arbitrary.below(bytes.length)] = (byte) arbitrary.below(256);
                }

                readEverythingInIt(LineParser.parse(ByteBuffer.wrap(bytes)));
            }
        }

        private static byte[] pieces(Arbitrary arbitrary) {
            StringBuilder text = new StringBuilder();
            for (int i = arbitrary.below(20); i > 0; i--) {
                text.append(arbitrary.oneOf(PIECES));
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static void readEverythingInIt(LineResult result) {
            if (result instanceof LineResult.Parsed parsed) {
                Line line = parsed.line();
                assertThat(Command.parse(line)).isNotNull();
                assertThat(Reply.parse(line)).isNotNull();
                assertThat(Event.parse(line)).isNotNull();
                assertThat(ImageLine.parse(line)).isNotNull();
                line.name().ifPresent(name -> assertThat(ImageName.check(name)).isNotNull());
            }
        }
    }
}
