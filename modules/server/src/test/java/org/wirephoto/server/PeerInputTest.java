package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.LineResult;
import org.wirephoto.protocol.Reply;

class PeerInputTest {
    @AutoClose
    private final Watchdog watchdog = new Watchdog(Duration.ofMillis(10));

    @AutoClose
    private WirePair pair;

    private PeerOutput output;
    private PeerInput input;

    @BeforeEach
    void connect() throws Exception {
        pair = WirePair.open(Speech.PLAIN, watchdog, Fast.LONG, 0);
        output = new PeerOutput(pair.wire());
        input = new PeerInput(pair.wire(), output, Fast.withStall(Fast.SHORT));
    }

    private String command() throws WireException {
        LineResult result = input.line(Fast.LONG).orElseThrow();
        return ((LineResult.Parsed) result).line().command();
    }

    private String body(int size) throws WireException {
        Body body = new Body(input, size, Fast.withStall(Fast.SHORT));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuffer chunk = body.next(); chunk.hasRemaining(); chunk = body.next()) {
            while (chunk.hasRemaining()) {
                all.write(chunk.get());
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Nested
    class Lines {
        @Test
        void comeOneByOneHoweverTheyArrive() throws IOException {
            pair.peer().send("bye,,\nstat,a.png,\nli");
            assertThat(command()).isEqualTo("bye");
            assertThat(command()).isEqualTo("stat");
            pair.peer().send("st,,\n");
            assertThat(command()).isEqualTo("list");
        }

        @Test
        void endWithTheInputAndAPartOfOneIsDropped() throws IOException {
            pair.peer().send("bye,,\nstat,a.p").endOutput();
            assertThat(command()).isEqualTo("bye");
            assertThat(input.line(Fast.LONG)).isEmpty();
        }

        @Test
        void areWaitedForNoLongerThanAskedFor() {
            assertThatThrownBy(() -> input.line(Fast.SHORT))
                    .isInstanceOf(PeerTimeoutException.class)
                    .hasMessageContaining("Nothing came");
        }

        @Test
        void haveToEndInTimeOnceTheyBegan() throws IOException {
            pair.peer().send("stat,a");
            assertThatThrownBy(() -> input.line(Fast.LONG))
                    .isInstanceOf(PeerTimeoutException.class)
                    .hasMessageContaining("too slowly");
        }

        @Test
        void areWaitedForOnlyAfterWhatIsOwedWentOut() throws IOException {
            output.reply(new Reply.Ready(Optional.of("a.png"), 7));
            pair.peer().send("bye,,\n");
            assertThat(command()).isEqualTo("bye");
            assertThat(pair.peer().line()).isEqualTo("ready,a.png,N/A,offset=7");
        }
    }

    @Nested
    class Bodies {
        @Test
        void beginBehindTheirLineAndEndBeforeTheNext() throws IOException {
            pair.peer().send("save,a.png,5\n12345bye,,\n");
            assertThat(command()).isEqualTo("save");
            assertThat(body(5)).isEqualTo("12345");
            assertThat(command()).isEqualTo("bye");
        }

        @Test
        void mayBeLongerThanAnyBuffer() throws IOException {
            String text = "0123456789".repeat(30_000);
            Thread.ofVirtual().start(() -> sendAll(text));
            assertThat(body(text.length())).isEqualTo(text);
        }

        private void sendAll(String text) {
            try {
                pair.peer().send(text);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Test
        void thatEndShortAreAFault() throws IOException {
            pair.peer().send("1234").endOutput();
            assertThatThrownBy(() -> body(5))
                    .isInstanceOf(WireException.class)
                    .isNotInstanceOf(PeerTimeoutException.class);
        }

        @Test
        void thatStallEnd() throws IOException {
            pair.peer().send("1234");
            assertThatThrownBy(() -> body(5)).isInstanceOf(PeerTimeoutException.class);
        }

        @Test
        void canBeSkipped() throws IOException {
            pair.peer().send("1234567bye,,\n");
            Body body = new Body(input, 7, Fast.patient());
            body.next();
            body.skip();
            assertThat(command()).isEqualTo("bye");
        }
    }

    @Nested
    class Drain {
        @Test
        void endsWithTheInput() throws IOException {
            pair.peer().send("whatever").endOutput();
            assertThat(input.drain(Fast.LONG)).isTrue();
        }

        @Test
        void endsWhenTheTimeIsUp() throws IOException {
            pair.peer().send("whatever");
            assertThat(input.drain(Fast.SHORT)).isFalse();
        }
    }
}
