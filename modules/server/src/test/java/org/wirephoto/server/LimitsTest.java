package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImages;

/** What a peer may not do: come too often, be silent for too long, be too slow. */
class LimitsTest {
    private static final int SMALL_BUFFER = 16 * 1024;
    private static final int SLOW_TURN = 40 * 1024;

    @TempDir
    Path data;

    private RunningServer server;

    Speech speech() {
        return Speech.PLAIN;
    }

    private void start(Timings timings) throws IOException {
        server = RunningServer.start(data, timings, speech());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static void assertTimeout(Peer peer) throws IOException {
        Line error = Peer.parse(peer.line());
        assertThat(error.command()).isEqualTo("error");
        assertThat(error.attribute("code")).contains("timeout");
        assertThat(peer.isEnded()).isTrue();
    }

    @Test
    void aReaderThatIsSlowButReadsIsServedToTheEnd() throws Exception {
        start(Fast.withStall(Duration.ofSeconds(2)));
        byte[] image = TestImages.photo(ImageType.BMP, 2000, 1500, 1);
        server.save("large.bmp", image);
        try (Peer peer = server.connect(SMALL_BUFFER)) {
            Line reply = peer.askParsed("return,large.bmp,N/A");
            assertThat(reply.filesize()).hasValue(image.length);
            CountDownLatch never = new CountDownLatch(1);
            int read = 0;
            for (int turn = 0; turn < 45; turn++) {
                read += peer.body(SLOW_TURN).length;
                assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(peer.body(image.length - read)).hasSize(image.length - read);
        }
    }

    @Nested
    class Crowds {
        private void assertBusy() throws IOException {
            try (Peer late = server.connect()) {
                Line error = Peer.parse(late.line());
                assertThat(error.attribute("code")).contains("busy");
                assertThat(late.isEnded()).isTrue();
            }
        }

        @Test
        void oneTooManyIsToldSoAndTheOthersGoOn() throws Exception {
            server = RunningServer.start(data, Fast.patient(), speech(), 2, 100);
            try (Peer first = server.connect();
                    Peer second = server.connect()) {
                assertThat(first.askParsed("list,,").command()).isEqualTo("ok");
                assertThat(second.askParsed("list,,").command()).isEqualTo("ok");
                assertBusy();
                assertThat(first.ask("bye,,")).isEqualTo("ok,N/A,N/A");
            }
            awaitRoom();
        }

        @Test
        void oneTooManyFromAnAddressIsToldSo() throws Exception {
            server = RunningServer.start(data, Fast.patient(), speech(), 100, 1);
            try (Peer first = server.connect()) {
                assertThat(first.askParsed("list,,").command()).isEqualTo("ok");
                assertBusy();
            }
            awaitRoom();
        }

        private void awaitRoom() throws Exception {
            RunningServer.await(() -> {
                try (Peer next = server.connect()) {
                    return next.askParsed("list,,").command().equals("ok");
                } catch (SocketException e) {
                    return false; // turned away before it had asked
                }
            });
        }
    }

    @Nested
    class Silence {
        @Test
        void endsAConnectionThatNeverAsks() throws IOException {
            start(Fast.withIdle(Fast.SHORT));
            try (Peer peer = server.connect()) {
                assertTimeout(peer);
            }
        }

        @Test
        void endsAConnectionAfterItsLastReply() throws IOException {
            start(Fast.withIdle(Fast.SOME));
            try (Peer peer = server.connect()) {
                assertThat(peer.ask("hello,,,version=1")).startsWith("ok");
                assertTimeout(peer);
            }
        }

        @Test
        void endsALineThatBegan() throws IOException {
            start(Fast.withStall(Fast.SHORT));
            try (Peer peer = server.connect()) {
                peer.send("sta");
                assertTimeout(peer);
            }
        }

        @Test
        void endsABodyThatBeganAndNothingOfItIsVisible() throws IOException {
            start(Fast.withStall(Fast.SOME));
            try (Peer peer = server.connect()) {
                assertThat(peer.ask("save,a.png,1000000")).startsWith("ready");
                peer.send(TestImages.photo(ImageType.PNG, 10, 10, 1));
                assertTimeout(peer);
            }
            try (Peer peer = server.connect()) {
                assertThat(peer.askParsed("list,,").attribute("total")).contains("0");
            }
        }

        @Test
        void endsABodyThatWasRefusedAndIsStillOwed() throws IOException {
            start(Fast.withStall(Fast.SOME));
            try (Peer peer = server.connect()) {
                peer.ask("save,a.png,1000000");
                peer.send("no image, ".repeat(10_000));
                assertThat(Peer.parse(peer.line()).attribute("code")).contains("type-unsupported");
                assertTimeout(peer);
            }
        }
    }

    @Nested
    class Stalling {
        @Test
        void aReaderThatTakesNothingIsCutOff() throws Exception {
            start(Fast.patient());
            byte[] image = TestImages.huge(ImageType.BMP, 40_000_000, 1).readAllBytes();
            assertThat(server.save("big.bmp", image).command()).isEqualTo("ok");
            stop();
            start(Fast.withStall(Fast.SOME));
            try (Peer stalled = server.connect(SMALL_BUFFER)) {
                stalled.send("return,big.bmp,N/A\n");
                assertThat(Peer.parse(stalled.line()).filesize()).hasValue(image.length);
                RunningServer.await(() -> isCut(stalled));
            }
        }

        /** Whether the server gave up: a write of the peer then fails sooner or later. */
        private boolean isCut(Peer peer) {
            try {
                peer.send("x");
                return false;
            } catch (IOException e) {
                return true;
            }
        }

        @Test
        void aPeerThatPipelinesAndReadsNothingIsCutOff() throws Exception {
            start(Fast.withStall(Fast.SHORT));
            String request = "stat,%s.png,N/A%n".formatted("n".repeat(240));
            try (Peer stalled = server.connect(SMALL_BUFFER)) {
                RunningServer.await(() -> {
                    try {
                        stalled.send(request.repeat(100));
                        return false;
                    } catch (IOException e) {
                        return true;
                    }
                });
            }
        }

        @Test
        void stalledReadersAndWritersHoldUpNobodyElse() throws Exception {
            start(Fast.patient());
            byte[] image = TestImages.huge(ImageType.BMP, 20_000_000, 1).readAllBytes();
            assertThat(server.save("big.bmp", image).command()).isEqualTo("ok");
            List<Peer> stalled = new ArrayList<>();
            try {
                for (int i = 0; i < Runtime.getRuntime().availableProcessors() + 2; i++) {
                    Peer reader = server.connect(SMALL_BUFFER);
                    stalled.add(reader);
                    reader.ask("return,big.bmp,N/A");
                    Peer writer = server.connect();
                    stalled.add(writer);
                    writer.ask("save," + i + ".png,1000000");
                }
                assertThat(server.save("a.png", TestImages.photo(ImageType.PNG, 50, 50, 2))
                                .command())
                        .isEqualTo("ok");
                try (Peer peer = server.connect()) {
                    peer.ask("return,big.bmp,N/A");
                    assertThat(peer.body(image.length)).isEqualTo(image);
                }
            } finally {
                for (Peer peer : stalled) {
                    peer.close();
                }
            }
        }
    }
}
