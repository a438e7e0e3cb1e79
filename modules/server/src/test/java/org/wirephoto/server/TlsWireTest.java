package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire with TLS. */
class TlsWireTest extends WireContract {
    private static final int HEADER = 5;
    /** A farewell is shorter: two bytes and what seals them. A ticket, which comes before it, is not. */
    private static final int TICKET = 100;

    TlsWireTest() {
        super(Speech.TLS);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** What a peer's TLS makes of some bytes, kept back. */
    private static byte[] record(Peer peer, byte[] content) throws IOException {
        peer.wire().hold();
        peer.send(content);
        return peer.wire().take();
    }

    /** How much is in each of some records, sealed as it is. */
    private static List<Integer> sizes(byte[] records) {
        List<Integer> sizes = new ArrayList<>();
        for (int at = 0; at < records.length; at += HEADER + sizes.getLast()) {
            sizes.add(((records[at + 3] & 0xff) << 8) + (records[at + 4] & 0xff));
        }
        return sizes;
    }

    private static void raw(Peer peer, byte[] bytes, int from, int to) throws IOException {
        peer.wire().getOutputStream().write(bytes, from, to - from);
    }

    /** What a slow network puts between two bytes. */
    private static void pause() throws InterruptedException {
        assertThat(new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS)).isFalse();
    }

    private static byte[] read(Wire wire, int size) throws WireException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            assertThat(wire.read(bytes, Fast.LONG)).isPositive();
        }
        return bytes.array();
    }

    @Nested
    class Records {
        /** Headers, bodies and tags: wherever a record is cut, a time-out inside it loses nothing. */
        @ParameterizedTest
        @ValueSource(ints = {1, 4, 5, 6, 20, 100})
        void thatComeInPiecesLoseNothingToATimeOut(int cut) throws Exception {
            try (WirePair pair = open(Fast.LONG, 0)) {
                byte[] content = random(1000);
                byte[] record = record(pair.peer(), content);
                ByteBuffer into = ByteBuffer.allocate(2000);
                raw(pair.peer(), record, 0, cut);
                assertThatThrownBy(() -> pair.wire().read(into, Duration.ofMillis(20)))
                        .isInstanceOf(Wire.SilenceException.class);
                raw(pair.peer(), record, cut, record.length);
                assertThat(pair.wire().read(into, Fast.LONG)).isEqualTo(1000);
                assertThat(Arrays.copyOf(into.array(), 1000)).isEqualTo(content);
            }
        }

        /** However often a byte comes, a record that is not whole is silence: or it would hold a connection for hours. */
        @Test
        void thatTrickleInAreSilence() throws Exception {
            try (WirePair pair = open(Fast.LONG, 0)) {
                byte[] record = record(pair.peer(), random(10_000));
                Thread trickle = Thread.ofVirtual().start(() -> {
                    try {
                        for (int i = 0; i < record.length; i++) {
                            raw(pair.peer(), record, i, i + 1);
                            pause();
                        }
                    } catch (IOException | InterruptedException e) {
                        assertThat(e).isNotNull(); // the test is over
                    }
                });
                assertThatThrownBy(() -> pair.wire().read(ByteBuffer.allocate(10), Duration.ofMillis(200)))
                        .isInstanceOf(Wire.SilenceException.class);
                assertThat(trickle.isAlive()).isTrue();
                trickle.interrupt();
                trickle.join();
            }
        }

        @Test
        void areGivenOutInAsSmallPiecesAsTheyAreAskedFor() throws Exception {
            try (WirePair pair = open(Fast.LONG, 0)) {
                byte[] content = random(40_000);
                FutureTask<Peer> sent = onVirtualThread(() -> pair.peer().send(content));
                ByteArrayOutputStream come = new ByteArrayOutputStream();
                ByteBuffer small = ByteBuffer.allocate(7);
                while (come.size() < content.length) {
                    assertThat(pair.wire().read(small.clear(), Fast.LONG)).isPositive();
                    come.write(small.array(), 0, small.position());
                }
                assertThat(come.toByteArray()).isEqualTo(content);
                sent.get(10, TimeUnit.SECONDS);
            }
        }

        @Test
        void thatSomebodyChangedEndTheConnection() throws Exception {
            try (WirePair pair = open(Fast.LONG, 0)) {
                byte[] record = record(pair.peer(), random(100));
                record[50] ^= 1;
                raw(pair.peer(), record, 0, record.length);
                FutureTask<Integer> read = onVirtualThread(() -> pair.wire().read(ByteBuffer.allocate(200), Fast.LONG));
                assertThatThrownBy(() -> pair.peer().input().read()).isInstanceOf(SSLException.class);
                pair.peer().close();
                assertThatThrownBy(() -> read.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(WireException.class);
            }
        }

        /** Near the longest that TLS allows, where what a record may hold and what its header may say differ by a few bytes. */
        @ParameterizedTest
        @ValueSource(ints = {16_384, 16_640, 16_676, 16_677, 16_688, 16_693, 16_704, 16_705, 65_535})
        void ofNearlyTheGreatestLengthEndTheConnectionAndNeverTheServersPeace(int length) throws Exception {
            try (WirePair pair = open(Fast.LONG, 0)) {
                byte[] record = new byte[HEADER + length];
                System.arraycopy(new byte[] {23, 3, 3, (byte) (length >> 8), (byte) length}, 0, record, 0, HEADER);
                FutureTask<Integer> read = onVirtualThread(() -> pair.wire().read(ByteBuffer.allocate(200), Fast.LONG));
                raw(pair.peer(), record, 0, record.length);
                pair.peer().wire().shutdownOutput();
                assertThatThrownBy(() -> read.get(20, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(WireException.class);
            }
        }

        @Test
        void goBothWaysAtOnce() throws Exception {
            byte[] content = random(3_000_000);
            try (WirePair pair = open(Fast.LONG, 0)) {
                FutureTask<Boolean> written = onVirtualThread(() -> {
                    pair.wire().write(ByteBuffer.wrap(content));
                    return true;
                });
                FutureTask<Peer> sent = onVirtualThread(() -> pair.peer().send(content));
                FutureTask<byte[]> read = onVirtualThread(() -> read(pair.wire(), content.length));
                assertThat(pair.peer().body(content.length)).isEqualTo(content);
                assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo(content);
                assertThat(written.get(20, TimeUnit.SECONDS)).isTrue();
                sent.get(20, TimeUnit.SECONDS);
            }
        }
    }

    @Nested
    class Ending {
        @Test
        void theOutputSaysSoAndStillHears() throws Exception {
            try (WirePair pair = open(Fast.LONG, 0)) {
                pair.wire().write(ByteBuffer.wrap(new byte[] {'b'}));
                pair.wire().endOutput();
                assertThat(pair.peer().input().readAllBytes()).containsExactly('b');
                pair.peer().send("still here");
                assertThat(new String(read(pair.wire(), 10), StandardCharsets.US_ASCII))
                        .isEqualTo("still here");
                pair.peer().endOutput();
                assertThat(pair.wire().read(ByteBuffer.allocate(1), Fast.LONG)).isEqualTo(-1);
            }
        }

        @Test
        void byThePeerLeavesTheOutputOpen() throws Exception {
            try (WirePair pair = open(Fast.LONG, 0)) {
                pair.peer().send("a").endOutput();
                assertThat(read(pair.wire(), 1)).containsExactly('a');
                assertThat(pair.wire().read(ByteBuffer.allocate(1), Fast.LONG)).isEqualTo(-1);
                pair.wire().write(ByteBuffer.wrap("answer".getBytes(StandardCharsets.US_ASCII)));
                pair.wire().endOutput();
                assertThat(pair.peer().rest()).isEqualTo("answer");
            }
        }

        @Test
        void withoutAFarewellIsAnEndToo() throws Exception {
            try (WirePair pair = open(Fast.LONG, 0)) {
                pair.peer().send("a").wire().shutdownOutput();
                assertThat(read(pair.wire(), 1)).containsExactly('a');
                assertThat(pair.wire().read(ByteBuffer.allocate(1), Fast.LONG)).isEqualTo(-1);
            }
        }

        @Test
        void thePeerIsToldWhenTheServerLeaves() throws Exception {
            try (WirePair pair = open(Fast.LONG, 0)) {
                FutureTask<Integer> read = onVirtualThread(() -> pair.wire().read(ByteBuffer.allocate(1), Fast.LONG));
                pair.wire().leave();
                byte[] come = pair.peer().wire().getInputStream().readAllBytes();
                assertThat(sizes(come).getLast()).isLessThan(TICKET);
                assertThatThrownBy(() -> read.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(WireException.class);
            }
        }

        @Test
        void doesNotWaitForAWriterThatIsStuck() throws Exception {
            try (WirePair pair = open(Fast.LONG, SMALL_BUFFER)) {
                FutureTask<Boolean> written = onVirtualThread(() -> {
                    pair.wire().write(ByteBuffer.allocate(LARGE));
                    return true;
                });
                pair.peer().body(1);
                pair.wire().leave();
                assertThat(written.isDone()).isFalse();
                pair.wire().abort();
                assertThatThrownBy(() -> written.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(WireException.class);
            }
        }
    }

    /** Peers that begin with something else than TLS, or with nothing. */
    @Nested
    class Opening {
        private String answer(String said, Timings timings) throws Exception {
            try (WirePair pair = WirePair.connect(Speech.TLS, watchdog, timings, 0)) {
                FutureTask<Boolean> opened = onVirtualThread(() -> {
                    try (Wire wire = pair.wire()) {
                        wire.open(Fast.LONG);
                    }
                    return true;
                });
                OutputStream out = pair.peer().wire().getOutputStream();
                out.write(said.getBytes(StandardCharsets.ISO_8859_1));
                pair.peer().wire().shutdownOutput();
                byte[] answer = pair.peer().wire().getInputStream().readAllBytes();
                assertThatThrownBy(() -> opened.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(WireException.class);
                return new String(answer, StandardCharsets.UTF_8);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"hello,N/A,N/A,version=1\n", "\n", "list", "SSH-2.0-OpenSSH_10\r\n", "\0\u0001\u0002", "ÿÿÿ"
                })
        void withoutTlsIsToldSoInALine(String said) throws Exception {
            assertThat(Peer.parse(answer(said, Fast.patient()).strip())
                            .attribute("message")
                            .orElseThrow())
                    .contains("TLS", "--plain");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                    "POST /a?b HTTP/1.0\r\n\r\n",
                    "OPTIONS * HTTP/1.1\r\n",
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
                })
        void withHttpIsGivenAPage(String said) throws Exception {
            String[] page = answer(said, Fast.patient()).split("\r\n\r\n", 2);
            assertThat(page[0]).startsWith("HTTP/1.1 400 ").contains("Content-Length: " + page[1].length());
            assertThat(page[1]).contains("Wirephoto");
        }

        @Test
        void withALineThatDoesNotEndIsAnsweredAfterTheLinger() throws Exception {
            try (WirePair pair = WirePair.connect(Speech.TLS, watchdog, Fast.patient(), 0)) {
                FutureTask<Boolean> opened = onVirtualThread(() -> {
                    pair.wire().open(Fast.LONG);
                    return true;
                });
                pair.peer().wire().getOutputStream().write("hel".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(pair.peer().wire().getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("error,");
                assertThatThrownBy(() -> opened.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            }
        }

        /** Before it has said anything: who only makes contact can be quick the next time too. */
        @Test
        void givesThePeerATicketAtOnce() throws Exception {
            try (WirePair pair = open(Fast.LONG, 0)) {
                RunningServer.await(() -> pair.peer().wire().getInputStream().available() > 0);
            }
        }

        @Test
        void inSilenceEndsInTime() throws Exception {
            try (WirePair pair = WirePair.connect(Speech.TLS, watchdog, Fast.patient(), 0)) {
                assertThatThrownBy(() -> pair.wire().open(Fast.SHORT)).isInstanceOf(WireException.class);
            }
        }

        /** A byte now and then must not keep a handshake going. */
        @Test
        void byteByByteEndsInTime() throws Exception {
            try (WirePair pair = WirePair.connect(Speech.TLS, watchdog, Fast.patient(), 0)) {
                pair.peer().wire().hold();
                Thread.ofVirtual().start(() -> {
                    try {
                        pair.peer().send("x");
                    } catch (IOException e) {
                        assertThat(e).isNotNull(); // no handshake, as it should be
                    }
                });
                RunningServer.await(() -> pair.peer().wire().holds() > 100);
                byte[] hello = pair.peer().wire().take();
                FutureTask<Boolean> opened = onVirtualThread(() -> {
                    pair.wire().open(Duration.ofMillis(300));
                    return true;
                });
                int sent = 0;
                while (!opened.isDone() && sent < hello.length - 1) {
                    raw(pair.peer(), hello, sent, ++sent);
                    pause();
                }
                assertThat(sent).isGreaterThan(5).isLessThan(hello.length - 1);
                assertThatThrownBy(() -> opened.get(10, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(Wire.SilenceException.class);
            }
        }

        @Test
        void withHalfAHandshakeFails() throws Exception {
            try (WirePair pair = WirePair.connect(Speech.TLS, watchdog, Fast.patient(), 0)) {
                pair.peer().wire().getOutputStream().write(new byte[] {0x16, 3, 1, 1, 0, 1});
                pair.peer().wire().shutdownOutput();
                assertThatThrownBy(() -> pair.wire().open(Fast.LONG))
                        .isInstanceOf(WireException.class)
                        .isNotInstanceOf(Wire.SilenceException.class);
            }
        }

        @Test
        void thatTheServerLeavesEndsAtOnce() throws Exception {
            try (WirePair pair = WirePair.connect(Speech.TLS, watchdog, Fast.patient(), 0)) {
                FutureTask<Boolean> opened = onVirtualThread(() -> {
                    pair.wire().open(Fast.LONG);
                    return true;
                });
                pair.wire().leave();
                assertThatThrownBy(() -> opened.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            }
        }
    }
}
