package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineDecoderTest {
    private final LineDecoder decoder = new LineDecoder();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String lineOf(int bytes, String ending) {
        String start = "stat,";
        return start + "a".repeat(bytes - start.length() - 4 - ending.length()) + ",N/A" + ending;
    }

    private static List<LineResult> all(LineDecoder decoder, ByteBuffer input) {
        List<LineResult> results = new ArrayList<>();
        for (Optional<LineResult> next = decoder.next(input); next.isPresent(); next = decoder.next(input)) {
            results.add(next.get());
        }
        return results;
    }

    @Nested
    class InputInPieces {
        private static final byte[] INPUT = bytes("""
                hello,N/A,N/A,version=1,key=K7QX-%C3%A9
                list, N/A, N/A\r
                SAVE,\u5bcc\u58eb\u5c71 😀.png,48211,sha256=x
                stat,%ff,N/A

                list,N/A,N/A,BAD
                bye,N/A,N/A
                """);

        private final List<LineResult> whole = all(new LineDecoder(), ByteBuffer.wrap(INPUT));

        @Test
        void isReadLineByLine() {
            assertThat(whole).hasSize(7);
            assertThat(whole.getFirst()).isInstanceOf(LineResult.Parsed.class);
            assertThat(whole.getLast()).isEqualTo(new LineResult.Parsed(Wire.line("bye,N/A,N/A")));
        }

        @Test
        void meansTheSameWhereverItIsCutInTwo() {
            for (int cut = 0; cut <= INPUT.length; cut++) {
                LineDecoder cutDecoder = new LineDecoder();
                List<LineResult> results = new ArrayList<>();
                results.addAll(all(cutDecoder, ByteBuffer.wrap(INPUT, 0, cut)));
                results.addAll(all(cutDecoder, ByteBuffer.wrap(INPUT, cut, INPUT.length - cut)));

                assertThat(results).as("cut at %d", cut).isEqualTo(whole);
            }
        }

        @Test
        void meansTheSameByteByByte() {
            List<LineResult> results = new ArrayList<>();
            for (byte b : INPUT) {
                results.addAll(all(decoder, ByteBuffer.wrap(new byte[] {b})));
            }

            assertThat(results).isEqualTo(whole);
        }

        @Test
        void meansTheSameInADirectBuffer() {
            ByteBuffer direct =
                    ByteBuffer.allocateDirect(INPUT.length).put(INPUT).flip();

            assertThat(all(decoder, direct)).isEqualTo(whole);
        }

        @Test
        void isTakenToTheEndWhereTheLineHasNotEnded() {
            ByteBuffer input = ByteBuffer.wrap(bytes("list,N/A"));

            assertThat(decoder.next(input)).isEmpty();
            assertThat(input.hasRemaining()).isFalse();
            assertThat(decoder.insideLine()).isTrue();
        }
    }

    @Nested
    class Bodies {
        @Test
        void areLeftInTheInput() {
            ByteBuffer input = ByteBuffer.wrap(bytes("save,a.png,4\n\n\nxy"));

            assertThat(decoder.next(input)).contains(new LineResult.Parsed(Wire.line("save,a.png,4")));
            assertThat(input.remaining()).isEqualTo(4);
            assertThat(decoder.insideLine()).isFalse();
        }
    }

    @Nested
    class LongLines {
        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n"})
        void areReadUpTo4096BytesWithTheirEnding(String ending) {
            String line = lineOf(4096, ending);

            assertThat(bytes(line)).hasSize(4096);
            assertThat(decoder.next(ByteBuffer.wrap(bytes(line))))
                    .hasValueSatisfying(result -> assertThat(result).isInstanceOf(LineResult.Parsed.class));
        }

        @Test
        void mayComeOneAfterTheOther() {
            byte[] three = bytes(lineOf(4096, "\n").repeat(3));

            assertThat(all(decoder, ByteBuffer.wrap(three)))
                    .hasSize(3)
                    .allSatisfy(result -> assertThat(result).isInstanceOf(LineResult.Parsed.class));
        }

        @Test
        void areRefusedFrom4097Bytes() {
            assertThat(decoder.next(ByteBuffer.wrap(bytes(lineOf(4097, "\n")))))
                    .hasValueSatisfying(LineDecoderTest::lost);
        }

        @Test
        void areRefusedAsSoonAs4096BytesCameWithoutAnEnd() {
            byte[] endless = new byte[4096];
            Arrays.fill(endless, (byte) 'a');

            assertThat(decoder.next(ByteBuffer.wrap(endless, 0, 4095))).isEmpty();
            assertThat(decoder.next(ByteBuffer.wrap(endless, 4095, 1))).hasValueSatisfying(LineDecoderTest::lost);
        }
    }

    @Nested
    class AnyInput {
        @Test
        void meansTheSameInPiecesOfAnySize() {
            Arbitrary arbitrary = new Arbitrary(3);
            for (int i = 0; i < 300; i++) {
                byte[] bytes = arbitrary.bytes(arbitrary.below(10_000));
                List<LineResult> whole = all(new LineDecoder(), ByteBuffer.wrap(bytes));
                LineDecoder inPieces = new LineDecoder();
                List<LineResult> results = new ArrayList<>();
                for (int at = 0; at < bytes.length; ) {
                    int length = Math.min(bytes.length - at, 1 + arbitrary.below(5000));
                    results.addAll(all(inPieces, ByteBuffer.wrap(bytes, at, length)));
                    at += length;
                }

                assertThat(results).isEqualTo(whole);
            }
        }
    }

    private static void lost(LineResult result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        LineResult.Malformed.class,
                        fault -> assertThat(fault.placeLost()).isTrue());
    }
}
