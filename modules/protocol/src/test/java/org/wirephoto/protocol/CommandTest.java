package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    private static final String HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Digest DIGEST = new Digest(HEX);
    private static final String UPPER = "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08";

    private static void understood(String line, Command expected) {
        assertThat(Command.parse(Wire.line(line))).isEqualTo(new CommandResult.Understood(expected));
    }

    private static void malformed(String line) {
        assertThat(Command.parse(Wire.line(line)))
                .isInstanceOfSatisfying(
                        CommandResult.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST));
    }

    @Nested
    class Hello {
        private static Command.Hello hello(int version) {
            return new Command.Hello(version, Optional.empty(), Optional.empty());
        }

        static Stream<Arguments> valid() {
            return Stream.of(
                    arguments("hello,N/A,N/A,version=1", hello(1)),
                    arguments("HELLO,,,version=1,colour=red", hello(1)),
                    arguments("hello,N/A,N/A,version=2", hello(2)),
                    arguments("hello,N/A,N/A,version=001", hello(1)),
                    arguments("hello,N/A,N/A,version=2147483648", hello(Integer.MAX_VALUE)),
                    arguments("hello,N/A,N/A,version=" + "9".repeat(3000), hello(Integer.MAX_VALUE)),
                    arguments("hello,N/A,N/A", hello(0)),
                    arguments("hello,N/A,N/A,version=0", hello(0)),
                    arguments("hello,N/A,N/A,version=-1", hello(0)),
                    arguments("hello,N/A,N/A,version=-99999999999999999999", hello(0)),
                    arguments(
                            "hello,N/A,N/A,version=1,key=k7qx-A,agent=cli 1%2C0",
                            new Command.Hello(1, Optional.of("k7qx-A"), Optional.of("cli 1,0"))),
                    arguments("hello,N/A,N/A,version=1,key=", new Command.Hello(1, Optional.of(""), Optional.empty())));
        }

        @ParameterizedTest
        @MethodSource("valid")
        void isUnderstood(String line, Command expected) {
            understood(line, expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "one", "1.0", "+1", " 1", "0x1", "--1", "-", "\u0661"})
        void isMalformedWhereTheVersionIsNoNumber(String version) {
            malformed("hello,N/A,N/A,version=" + version);
        }

        @Test
        void keepsTheKeyOutOfItsText() {
            assertThat(new Command.Hello(1, Optional.of("K7QX"), Optional.empty()).toString())
                    .doesNotContain("K7QX");
        }
    }

    @Nested
    class Save {
        private static Command.Save save(String name, long size, boolean replace) {
            return new Command.Save(
                    name,
                    size < 0 ? OptionalLong.empty() : OptionalLong.of(size),
                    Optional.empty(),
                    replace,
                    Optional.empty());
        }

        static Stream<Arguments> valid() {
            return Stream.of(
                    arguments("save,beach.png,48211", save("beach.png", 48211, false)),
                    arguments("save, beach.png, 48211", save("beach.png", 48211, false)),
                    arguments("save,beach.png,N/A", save("beach.png", -1, false)),
                    arguments("save,N/A,5", save("", 5, false)),
                    arguments("save,beach.png,0", save("beach.png", 0, false)),
                    arguments("save,beach.png,5,replace=true", save("beach.png", 5, true)),
                    arguments("save,beach.png,5,replace=false", save("beach.png", 5, false)),
                    arguments("save,beach.png,5,offset=7,type=x", save("beach.png", 5, false)),
                    arguments(
                            "save,a.png,5,replace=true,sha256=" + UPPER + ",if-sha256=" + HEX,
                            new Command.Save(
                                    "a.png", OptionalLong.of(5), Optional.of(DIGEST), true, Optional.of(DIGEST))));
        }

        @ParameterizedTest
        @MethodSource("valid")
        void isUnderstood(String line, Command expected) {
            understood(line, expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "sha256=",
                    "sha256=abc",
                    "sha256=" + HEX + "0",
                    "sha256= " + HEX,
                    "sha256=g000000000000000000000000000000000000000000000000000000000000000",
                    "if-sha256=abc",
                    "replace=",
                    "replace=yes",
                    "replace=TRUE",
                    "replace=1"
                })
        void isMalformedWhereAnAttributeMakesNoSense(String attribute) {
            malformed("save,a.png,5," + attribute);
        }
    }

    @Nested
    class ListImages {
        private static Command.List list(int limit) {
            return new Command.List(limit, Optional.empty(), Optional.empty(), Sort.NAME, false);
        }

        static Stream<Arguments> valid() {
            return Stream.of(
                    arguments("list,N/A,N/A", list(1000)),
                    arguments("list, N/A, N/A", list(1000)),
                    arguments("list,ignored.png,7", list(1000)),
                    arguments("list,N/A,N/A,limit=1", list(1)),
                    arguments("list,N/A,N/A,limit=1000", list(1000)),
                    arguments("list,N/A,N/A,limit=0010", list(10)),
                    arguments("list,N/A,N/A,trash=false", list(1000)),
                    arguments(
                            "list,N/A,N/A,limit=2,after=c=,match=a%2Cb,sort=taken,trash=true",
                            new Command.List(2, Optional.of("c="), Optional.of("a,b"), Sort.TAKEN, true)),
                    arguments(
                            "list,N/A,N/A,match=",
                            new Command.List(1000, Optional.empty(), Optional.of(""), Sort.NAME, false)));
        }

        @ParameterizedTest
        @MethodSource("valid")
        void isUnderstood(String line, Command expected) {
            understood(line, expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"name", "newest", "oldest", "largest", "taken"})
        void knowsEveryOrder(String sort) {
            understood(
                    "list,N/A,N/A,sort=" + sort,
                    new Command.List(
                            1000,
                            Optional.empty(),
                            Optional.empty(),
                            Sort.of(sort).orElseThrow(),
                            false));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "limit=",
                    "limit=0",
                    "limit=1001",
                    "limit=-1",
                    "limit=+1",
                    "limit= 1",
                    "limit=1.0",
                    "limit=\u0661",
                    "limit=99999999999999999999",
                    "limit=4294967297",
                    "sort=",
                    "sort=size",
                    "sort=NAME",
                    "trash=maybe"
                })
        void isMalformedWhereAnAttributeMakesNoSense(String attribute) {
            malformed("list,N/A,N/A," + attribute);
        }
    }

    @Nested
    class Return {
        private static Command.Return fetch(OptionalLong offset, OptionalLong length) {
            return new Command.Return("a.png", Optional.empty(), offset, length, Optional.empty());
        }

        static Stream<Arguments> valid() {
            return Stream.of(
                    arguments("return,a.png,N/A", fetch(OptionalLong.empty(), OptionalLong.empty())),
                    arguments("return,a.png,99", fetch(OptionalLong.empty(), OptionalLong.empty())),
                    arguments("return,a.png,N/A,offset=0,length=0", fetch(OptionalLong.of(0), OptionalLong.of(0))),
                    arguments(
                            "return,a.png,N/A,offset=9223372036854775807,length=9223372036854775807",
                            fetch(OptionalLong.of(Long.MAX_VALUE), OptionalLong.of(Long.MAX_VALUE))),
                    arguments(
                            "return,N/A,N/A,variant=thumbnail,if-sha256=" + UPPER,
                            new Command.Return(
                                    "",
                                    Optional.of(Variant.THUMBNAIL),
                                    OptionalLong.empty(),
                                    OptionalLong.empty(),
                                    Optional.of(DIGEST))),
                    arguments(
                            "return,a.png,N/A,variant=preview,offset=1",
                            new Command.Return(
                                    "a.png",
                                    Optional.of(Variant.PREVIEW),
                                    OptionalLong.of(1),
                                    OptionalLong.empty(),
                                    Optional.empty())));
        }

        @ParameterizedTest
        @MethodSource("valid")
        void isUnderstood(String line, Command expected) {
            understood(line, expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "variant=",
                    "variant=Preview",
                    "variant=large",
                    "offset=",
                    "offset=-1",
                    "offset=+1",
                    "offset=9223372036854775808",
                    "length=x",
                    "length=-1",
                    "if-sha256="
                })
        void isMalformedWhereAnAttributeMakesNoSense(String attribute) {
            malformed("return,a.png,N/A," + attribute);
        }
    }

    @Nested
    class OtherCommands {
        static Stream<Arguments> valid() {
            return Stream.of(
                    arguments("stat,a.png,N/A", new Command.Stat("a.png")),
                    arguments("stat,N/A,N/A", new Command.Stat("")),
                    arguments("rename,a.png,N/A,to=b%2C.png", new Command.Rename("a.png", "b,.png", Optional.empty())),
                    arguments("rename,a.png,N/A,to=", new Command.Rename("a.png", "", Optional.empty())),
                    arguments(
                            "rename,a.png,N/A,to=A.png,if-sha256=" + HEX,
                            new Command.Rename("a.png", "A.png", Optional.of(DIGEST))),
                    arguments(
                            "delete,a.png,N/A", new Command.Delete("a.png", Optional.empty(), false, Optional.empty())),
                    arguments(
                            "delete,a.png,N/A,id=i1,forever=true,if-sha256=" + HEX,
                            new Command.Delete("a.png", Optional.of("i1"), true, Optional.of(DIGEST))),
                    arguments("restore,a.png,N/A", new Command.Restore("a.png", Optional.empty(), Optional.empty())),
                    arguments(
                            "restore,a.png,N/A,id=i1,to=b.png",
                            new Command.Restore("a.png", Optional.of("i1"), Optional.of("b.png"))),
                    arguments("watch,N/A,N/A", new Command.Watch(Optional.empty())),
                    arguments("watch,N/A,N/A,since=s-1", new Command.Watch(Optional.of("s-1"))),
                    arguments("invite,N/A,N/A,role=viewer", new Command.Invite(Role.VIEWER, Optional.empty())),
                    arguments(
                            "invite,N/A,N/A,role=contributor,label=Ann%2C Bob",
                            new Command.Invite(Role.CONTRIBUTOR, Optional.of("Ann, Bob"))),
                    arguments("bye,N/A,N/A", new Command.Bye()),
                    arguments("Bye,,,why=tired", new Command.Bye()));
        }

        @ParameterizedTest
        @MethodSource("valid")
        void areUnderstood(String line, Command expected) {
            understood(line, expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "rename,a.png,N/A",
                    "rename,N/A,N/A",
                    "rename,a.png,N/A,to=b.png,if-sha256=x",
                    "delete,a.png,N/A,forever=",
                    "delete,a.png,N/A,forever=yes",
                    "delete,a.png,N/A,if-sha256=x",
                    "invite,N/A,N/A",
                    "invite,N/A,N/A,role=",
                    "invite,N/A,N/A,role=curator",
                    "invite,N/A,N/A,role=Viewer",
                    "invite,N/A,N/A,role=admin"
                })
        void areMalformedWhereAnAttributeIsMissingOrMakesNoSense(String line) {
            malformed(line);
        }

        @Test
        void takeALabelOf255BytesAndNoLonger() {
            String longest = "é".repeat(127) + "a";

            understood(
                    "invite,N/A,N/A,role=viewer,label=" + longest,
                    new Command.Invite(Role.VIEWER, Optional.of(longest)));
            malformed("invite,N/A,N/A,role=viewer,label=a" + longest);
        }
    }

    @Nested
    class Conditions {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "hello,N/A,N/A,version=1",
                    "save,a.png,5",
                    "list,N/A,N/A",
                    "return,a.png,N/A",
                    "stat,a.png,N/A",
                    "rename,a.png,N/A,to=b.png",
                    "delete,a.png,N/A",
                    "restore,a.png,N/A",
                    "watch,N/A,N/A",
                    "invite,N/A,N/A,role=viewer",
                    "bye,N/A,N/A"
                })
        void thatACommandDoesNotKnowAreNeverIgnored(String line) {
            malformed(line + ",if-moon=full");
            malformed(line + ",if-=");
            assertThat(Command.parse(Wire.line(line + ",iffy=1"))).isInstanceOf(CommandResult.Understood.class);
            assertThat(Command.parse(Wire.line(line + ",if=1"))).isInstanceOf(CommandResult.Understood.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "hello,N/A,N/A,version=1",
                    "list,N/A,N/A",
                    "stat,a.png,N/A",
                    "restore,a.png,N/A",
                    "watch,N/A,N/A",
                    "invite,N/A,N/A,role=viewer",
                    "bye,N/A,N/A"
                })
        void ofADigestAreMalformedWhereTheCommandHasNone(String line) {
            malformed(line + ",if-sha256=" + HEX);
        }
    }

    @Nested
    class UnknownCommands {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "upload,a.png,5",
                    ",,",
                    "N/A,N/A,N/A",
                    "ok,N/A,N/A",
                    "saves,a.png,5",
                    "sav,a.png,5",
                    "\ufefflist,N/A,N/A",
                    "li st,N/A,N/A",
                    "l%69st,N/A,N/A",
                    "upload,a.png,5,if-moon=full"
                })
        void areToldApartFromMalformedOnes(String line) {
            assertThat(Command.parse(Wire.line(line)))
                    .isInstanceOfSatisfying(
                            CommandResult.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNKNOWN_COMMAND));
        }
    }

    @Nested
    class Values {
        @Test
        void thatNoLineCouldCarryAreRefused() {
            Optional<String> none = Optional.empty();
            Optional<Digest> noDigest = Optional.empty();
            OptionalLong negative = OptionalLong.of(-1);

            refused(() -> new Command.Hello(-1, none, none));
            refused(() -> new Command.Save("a.png", negative, noDigest, false, noDigest));
            refused(() -> new Command.List(0, none, none, Sort.NAME, false));
            refused(() -> new Command.List(1001, none, none, Sort.NAME, false));
            refused(() -> new Command.Return("a", Optional.empty(), negative, OptionalLong.empty(), noDigest));
            refused(() -> new Command.Return("a", Optional.empty(), OptionalLong.empty(), negative, noDigest));
            refused(() -> new Command.Invite(Role.CURATOR, none));
            refused(() -> new Command.Invite(Role.VIEWER, Optional.of("a".repeat(256))));
        }

        private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
            assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Lines {
        static Stream<Arguments> table() {
            Optional<String> none = Optional.empty();
            Optional<Digest> noDigest = Optional.empty();
            OptionalLong absent = OptionalLong.empty();
            return Stream.of(
                    arguments(
                            new Command.Hello(1, Optional.of("K"), Optional.of("me")),
                            "hello,N/A,N/A,version=1,key=K,agent=me"),
                    arguments(
                            new Command.Save(
                                    "a.png", OptionalLong.of(5), Optional.of(DIGEST), true, Optional.of(DIGEST)),
                            "save,a.png,5,sha256=" + HEX + ",replace=true,if-sha256=" + HEX),
                    arguments(
                            new Command.List(7, Optional.of("c"), Optional.of("m"), Sort.NEWEST, true),
                            "list,N/A,N/A,limit=7,after=c,match=m,sort=newest,trash=true"),
                    arguments(
                            new Command.Return(
                                    "a.png", Optional.empty(), OptionalLong.of(1), OptionalLong.of(2), noDigest),
                            "return,a.png,N/A,offset=1,length=2"),
                    arguments(
                            new Command.Return("a.png", Optional.of(Variant.PREVIEW), absent, absent, noDigest),
                            "return,a.png,N/A,variant=preview"),
                    arguments(new Command.Stat("N/A"), "stat,N%2FA,N/A"),
                    arguments(new Command.Rename("a.png", "b.png", noDigest), "rename,a.png,N/A,to=b.png"),
                    arguments(
                            new Command.Delete("a.png", Optional.of("i"), true, noDigest),
                            "delete,a.png,N/A,id=i,forever=true"),
                    arguments(new Command.Restore("a.png", none, Optional.of("b.png")), "restore,a.png,N/A,to=b.png"),
                    arguments(new Command.Watch(Optional.of("s")), "watch,N/A,N/A,since=s"),
                    arguments(
                            new Command.Invite(Role.VIEWER, Optional.of("Ann")),
                            "invite,N/A,N/A,role=viewer,label=Ann"),
                    arguments(new Command.Bye(), "bye,N/A,N/A"));
        }

        @ParameterizedTest
        @MethodSource("table")
        void areWrittenAsThePageHasThem(Command command, String line) {
            assertThat(new String(command.toLine().encode(), StandardCharsets.UTF_8))
                    .isEqualTo(line + "\n");
        }

        @Test
        void bringEveryCommandThereAndBack() {
            Arbitrary arbitrary = new Arbitrary(5);
            for (int i = 0; i < 20_000; i++) {
                Command command = arbitrary.command();

                assertThat(Command.parse(Wire.overTheWire(command.toLine())))
                        .isEqualTo(new CommandResult.Understood(command));
            }
        }
    }
}
