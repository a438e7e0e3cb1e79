package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    private static final Optional<String> NONE = Optional.empty();

    @Nested
    class Lines {
        static Stream<Arguments> table() {
            return Stream.of(
                    arguments(new Reply.Ok(NONE, OptionalLong.empty(), Map.of()), "ok,N/A,N/A"),
                    arguments(new Reply.Ok(NONE, OptionalLong.of(0), Map.of("count", "0")), "ok,N/A,0,count=0"),
                    arguments(
                            new Reply.Ok(Optional.of("my,cat.png"), OptionalLong.of(7), Map.of("type", "image/png")),
                            "ok,my%2Ccat.png,7,type=image/png"),
                    arguments(new Reply.Ready(Optional.of("a.png"), 0), "ready,a.png,N/A,offset=0"),
                    arguments(
                            new Reply.Ready(Optional.of("a.png"), Long.MAX_VALUE),
                            "ready,a.png,N/A,offset=9223372036854775807"),
                    arguments(
                            new Reply.Refusal(NONE, "busy", "Try again, soon.", NONE),
                            "error,N/A,N/A,code=busy,message=Try again%2C soon."),
                    arguments(
                            new Reply.Refusal(
                                    Optional.of("a.jpg"), "extension-mismatch", "It is.", Optional.of("a.png")),
                            "error,a.jpg,N/A,code=extension-mismatch,message=It is.,suggestion=a.png"));
        }

        @ParameterizedTest
        @MethodSource("table")
        void areWrittenAsThePageHasThem(Reply reply, String line) {
            assertThat(new String(reply.toLine().encode(), StandardCharsets.UTF_8))
                    .isEqualTo(line + "\n");
        }

        @ParameterizedTest
        @MethodSource("table")
        void areReadBack(Reply reply, String line) {
            assertThat(Reply.parse(Wire.line(line))).contains(reply);
        }

        @Test
        void bringEveryReplyThereAndBack() {
            Arbitrary arbitrary = new Arbitrary(10);
            for (int i = 0; i < 20_000; i++) {
                Reply reply = arbitrary.reply();

                assertThat(Reply.parse(Wire.overTheWire(reply.toLine()))).contains(reply);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "save,a.png,5",
                    ",,",
                    "saved,a.png,5",
                    "ready,a.png,N/A",
                    "ready,a.png,N/A,offset=",
                    "ready,a.png,N/A,offset=-1",
                    "ready,a.png,N/A,offset=+1",
                    "ready,a.png,N/A,offset=9223372036854775808",
                    "error,a.png,N/A",
                    "error,a.png,N/A,message=no code"
                })
        void areNoneWhereTheyLackWhatAReplyHas(String line) {
            assertThat(Reply.parse(Wire.line(line))).isEmpty();
        }
    }

    @Nested
    class Refusals {
        @Test
        void areNeverTooLongToBeSent() {
            for (String filler : new String[] {"%", ",", "\n", "é", "\u0085", "😀", "\ud800", "a"}) {
                String endless = filler.repeat(5000);
                Reply.Refusal refusal = new Reply.Refusal(Optional.of(endless), endless, endless, Optional.of(endless));

                assertThat(refusal.toLine().encode().length).isLessThanOrEqualTo(Limits.LINE_BYTES);
            }
        }

        @Test
        void haveRoomForTheLongestNameMessageAndSuggestion() {
            String name = "%".repeat(251) + ".png";
            String message = ",".repeat(600);
            Reply.Refusal refusal = new Reply.Refusal(Optional.of(name), "already-exists", message, Optional.of(name));

            assertThat(Reply.parse(Wire.overTheWire(refusal.toLine()))).contains(refusal);
            assertThat(new Reply.Refusal(Optional.of(name), name, message + message, Optional.of(name))
                            .toLine()
                            .encode()
                            .length)
                    .isLessThanOrEqualTo(Limits.LINE_BYTES);
            assertThat(refusal.name()).contains(name);
            assertThat(refusal.message()).isEqualTo(message);
            assertThat(refusal.suggestion()).contains(name);
        }

        @Test
        void echoANameWithin255Bytes() {
            Reply.Refusal refusal = new Reply.Refusal(Optional.of("é".repeat(200)), "name-invalid", "Long.", NONE);

            assertThat(refusal.name()).contains("é".repeat(127));
        }

        @Test
        void leaveOutASuggestionThatCanBeNoName() {
            assertThat(new Reply.Refusal(NONE, "name-invalid", "", Optional.of("a".repeat(256))).suggestion())
                    .isEmpty();
        }

        @Test
        void replaceHalfOfASurrogatePair() {
            Reply.Refusal refusal = new Reply.Refusal(Optional.of("a\ud83db"), "name-invalid", "\ude00😀", NONE);

            assertThat(refusal.name()).contains("a\ufffdb");
            assertThat(refusal.message()).isEqualTo("\ufffd😀");
        }

        @Test
        void tellTheCodeWhereThisVersionKnowsIt() {
            assertThat(new Reply.Refusal(NONE, "not-found", "", NONE).errorCode())
                    .contains(ErrorCode.NOT_FOUND);
            assertThat(new Reply.Refusal(NONE, "moon-full", "", NONE).errorCode())
                    .isEmpty();
        }

        @Test
        void areReadWithoutAMessageToo() {
            assertThat(Reply.parse(Wire.line("error,N/A,N/A,code=moon-full")))
                    .contains(new Reply.Refusal(NONE, "moon-full", "", NONE));
        }
    }

    @Nested
    class Values {
        @Test
        void thatNoLineCouldCarryAreRefused() {
            assertThatThrownBy(() -> new Reply.Ok(NONE, OptionalLong.of(-1), Map.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Reply.Ready(NONE, -1)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void areCopied() {
            Map<String, String> attributes = new HashMap<>(Map.of("a", "1"));
            Reply.Ok ok = new Reply.Ok(NONE, OptionalLong.empty(), attributes);
            attributes.put("a", "2");

            assertThat(ok.attribute("a")).contains("1");
            assertThat(ok.attribute("b")).isEmpty();
        }
    }
}
