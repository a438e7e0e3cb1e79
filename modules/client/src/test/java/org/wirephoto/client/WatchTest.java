package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.client.FakeServer.Peer;
import org.wirephoto.client.FakeServer.Script;
import org.wirephoto.protocol.ErrorCode;

class WatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final byte[] IMAGE = Fixtures.image(100);

    private static String saved(String name, String seq) {
        return "saved," + name + ",100,seq=" + seq + "," + Fixtures.lineAttributes(IMAGE);
    }

    /** Follows a watch, says these lines, and stays. */
    private static Script telling(String request, String... lines) {
        return peer -> {
            assertThat(peer.line()).isEqualTo(request);
            peer.say("ok,N/A,N/A,seq=s0");
            for (String line : lines) {
                peer.say(line);
            }
            peer.awaitEnd();
        };
    }

    /** The client's own connection comes first. */
    private static FakeServer server(Script... watches) throws java.io.IOException {
        Script[] scripts = new Script[watches.length + 1];
        scripts[0] = Peer::awaitEnd;
        System.arraycopy(watches, 0, scripts, 1, watches.length);
        return FakeServer.greeting(scripts);
    }

    private static ImageEvent next(Watch watch) throws Exception {
        return watch.next(LIMIT).orElseThrow();
    }

    @Nested
    class Events {
        @Test
        void comeInTheirOrder() throws Exception {
            try (FakeServer server = server(telling(
                            "watch,N/A,N/A",
                            saved("a.png", "s1"),
                            "alive,N/A,N/A",
                            "renamed,a.png,100,to=b.png,seq=s2," + Fixtures.lineAttributes(IMAGE),
                            "deleted,b.png,N/A,seq=s3",
                            "reset,N/A,N/A,seq=s9"));
                    WirephotoClient client = Fixtures.connect(server);
                    Watch watch = client.watch()) {
                assertThat(next(watch)).isInstanceOfSatisfying(ImageEvent.Saved.class, event -> {
                    assertThat(event.image().name().text()).isEqualTo("a.png");
                    assertThat(event.seq()).isEqualTo("s1");
                });
                assertThat(next(watch)).isInstanceOfSatisfying(ImageEvent.Renamed.class, event -> {
                    assertThat(event.from().text()).isEqualTo("a.png");
                    assertThat(event.image().name().text()).isEqualTo("b.png");
                });
                assertThat(next(watch))
                        .isInstanceOfSatisfying(
                                ImageEvent.Deleted.class,
                                event -> assertThat(event.name().text()).isEqualTo("b.png"));
                assertThat(next(watch)).isEqualTo(new ImageEvent.Reset("s9"));
                assertThat(watch.next(Duration.ofMillis(1))).isEmpty();
            }
        }

        @Test
        void beginWhereTheCallerSays() throws Exception {
            try (FakeServer server = server(telling("watch,N/A,N/A,since=s5", saved("a.png", "s6")));
                    WirephotoClient client = Fixtures.connect(server);
                    Watch watch = client.watch("s5")) {
                assertThat(next(watch)).isInstanceOf(ImageEvent.Saved.class);
            }
        }

        @Test
        void thatThisVersionCanNotReadAreSkipped() throws Exception {
            try (FakeServer server = server(telling(
                            "watch,N/A,N/A",
                            "sparkled,a.png,N/A,seq=s1",
                            saved("a.jxl", "s2").replace("image/png", "image/jxl"),
                            saved("../up.png", "s3"),
                            saved("a.png", "s4")));
                    WirephotoClient client = Fixtures.connect(server);
                    Watch watch = client.watch()) {
                assertThat(next(watch))
                        .isInstanceOfSatisfying(
                                ImageEvent.Saved.class,
                                event -> assertThat(event.seq()).isEqualTo("s4"));
            }
        }

        @Test
        void thatNobodyTakesMakeTheServerWait() throws Exception {
            int events = 100_000;
            AtomicInteger sent = new AtomicInteger();
            try (FakeServer server = server(peer -> {
                        peer.expect("watch,");
                        peer.say("ok,N/A,N/A,seq=s0");
                        byte[] line = (saved("a.png", "s1") + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
                        for (int i = 0; i < events; i++) {
                            peer.send(line);
                            sent.incrementAndGet();
                        }
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server);
                    Watch watch = client.watch()) {
                next(watch);
                assertThat(Eventually.settled(sent::get)).isLessThan(events);
                for (int i = 1; i < events; i++) {
                    next(watch);
                }
                Eventually.holds(() -> sent.get() == events);
            }
        }
    }

    @Nested
    class LostConnections {
        private Script cutAfter(String request, String... lines) {
            return peer -> {
                assertThat(peer.line()).isEqualTo(request);
                peer.say("ok,N/A,N/A,seq=s0");
                for (String line : lines) {
                    peer.say(line);
                }
            };
        }

        @Test
        void areMadeAgainFromTheLastEventOn() throws Exception {
            try (FakeServer server = server(
                            cutAfter("watch,N/A,N/A", saved("a.png", "s1"), "sparkled,a.png,N/A,seq=s2"),
                            telling("watch,N/A,N/A,since=s2", saved("b.png", "s3")));
                    WirephotoClient client = Fixtures.connect(server);
                    Watch watch = client.watch()) {
                assertThat(next(watch)).isInstanceOf(ImageEvent.Saved.class);
                assertThat(next(watch))
                        .isInstanceOfSatisfying(
                                ImageEvent.Offline.class,
                                event -> assertThat(event.reason()).contains("was lost"));
                assertThat(next(watch)).isInstanceOf(ImageEvent.Online.class);
                assertThat(next(watch))
                        .isInstanceOfSatisfying(
                                ImageEvent.Saved.class,
                                event -> assertThat(event.seq()).isEqualTo("s3"));
            }
        }

        @Test
        void beforeAnyEventGoOnFromTheBeginning() throws Exception {
            try (FakeServer server =
                            server(cutAfter("watch,N/A,N/A"), telling("watch,N/A,N/A,since=s0", saved("b.png", "s3")));
                    WirephotoClient client = Fixtures.connect(server);
                    Watch watch = client.watch()) {
                assertThat(next(watch)).isInstanceOf(ImageEvent.Offline.class);
                assertThat(next(watch)).isInstanceOf(ImageEvent.Online.class);
                assertThat(next(watch)).isInstanceOf(ImageEvent.Saved.class);
            }
        }

        @Test
        void keepAnEarlierTokenUntilSomethingCame() throws Exception {
            try (FakeServer server = server(
                            cutAfter("watch,N/A,N/A,since=old"),
                            telling("watch,N/A,N/A,since=old", "reset,N/A,N/A,seq=s3"));
                    WirephotoClient client = Fixtures.connect(server);
                    Watch watch = client.watch("old")) {
                assertThat(next(watch)).isInstanceOf(ImageEvent.Offline.class);
                assertThat(next(watch)).isInstanceOf(ImageEvent.Online.class);
                assertThat(next(watch)).isEqualTo(new ImageEvent.Reset("s3"));
            }
        }

        @Test
        void includeServersThatShowNoSignOfLife() throws Exception {
            try (FakeServer server =
                            server(telling("watch,N/A,N/A"), telling("watch,N/A,N/A,since=s0", saved("a.png", "s1")));
                    WirephotoClient client =
                            WirephotoClient.connect(server.address(), Fixtures.impatientWithSilence());
                    Watch watch = client.watch()) {
                assertThat(next(watch))
                        .isInstanceOfSatisfying(
                                ImageEvent.Offline.class,
                                event -> assertThat(event.reason()).contains("did not answer within"));
                assertThat(next(watch)).isInstanceOf(ImageEvent.Online.class);
                assertThat(next(watch)).isInstanceOf(ImageEvent.Saved.class);
            }
        }

        @Test
        void areTriedForAsLongAsItTakes() throws Exception {
            Script[] watches = new Script[12];
            java.util.Arrays.fill(watches, (Script) Peer::cut);
            watches[0] = cutAfter("watch,N/A,N/A");
            watches[11] = telling("watch,N/A,N/A,since=s0", saved("a.png", "s1"));
            try (FakeServer server = server(watches);
                    WirephotoClient client = Fixtures.connect(server);
                    Watch watch = client.watch()) {
                assertThat(next(watch)).isInstanceOf(ImageEvent.Offline.class);
                assertThat(next(watch)).isInstanceOf(ImageEvent.Online.class);
                assertThat(next(watch)).isInstanceOf(ImageEvent.Saved.class);
            }
        }

        @Test
        void endTheWatchWhereTheServerRefuses() throws Exception {
            try (FakeServer server = server(cutAfter("watch,N/A,N/A", saved("a.png", "s1")), peer -> {
                        peer.expect("watch,");
                        peer.say("error,N/A,N/A,code=not-allowed,message=No more.");
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connect(server);
                    Watch watch = client.watch()) {
                assertThat(next(watch)).isInstanceOf(ImageEvent.Saved.class);
                assertThat(next(watch)).isInstanceOf(ImageEvent.Offline.class);
                for (int i = 0; i < 2; i++) {
                    assertThatThrownBy(() -> watch.next(LIMIT))
                            .isInstanceOfSatisfying(
                                    RefusedException.class,
                                    refusal -> assertThat(refusal.errorCode()).hasValue(ErrorCode.NOT_ALLOWED));
                }
            }
        }

        @Test
        void endTheWatchWhereTheServerTalksNonsense() throws Exception {
            try (FakeServer server = server(telling("watch,N/A,N/A", "%zz"));
                    WirephotoClient client = Fixtures.connect(server);
                    Watch watch = client.watch()) {
                assertThatThrownBy(() -> watch.next(LIMIT)).isInstanceOf(ProtocolException.class);
            }
        }
    }

    @Nested
    class Ending {
        @Test
        void wakesWhoWaits() throws Exception {
            try (FakeServer server = server(telling("watch,N/A,N/A"));
                    WirephotoClient client = Fixtures.connect(server)) {
                Watch watch = client.watch();
                CompletableFuture<Object> result = waiting(watch);
                watch.close();
                assertThat(result.get(10, TimeUnit.SECONDS)).isInstanceOf(CancelledException.class);
                assertThatThrownBy(() -> watch.next(LIMIT)).isInstanceOf(CancelledException.class);
                Eventually.holds(() -> server.peers().size() == 2);
            }
        }

        @Test
        void comesWithTheClients() throws Exception {
            try (FakeServer server = server(telling("watch,N/A,N/A"))) {
                WirephotoClient client = Fixtures.connect(server);
                Watch watch = client.watch();
                CompletableFuture<Object> result = waiting(watch);
                client.close();
                assertThat(result.get(10, TimeUnit.SECONDS)).isInstanceOf(CancelledException.class);
                server.awaitNoConnection();
            }
        }

        private CompletableFuture<Object> waiting(Watch watch) throws Exception {
            CompletableFuture<Object> result = new CompletableFuture<>();
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    result.complete(watch.next(LIMIT));
                } catch (Exception e) {
                    result.complete(e);
                }
            });
            Eventually.holds(() -> thread.getState() == Thread.State.TIMED_WAITING);
            return result;
        }
    }

    @Test
    void aRefusalToWatchIsToldAtOnce() throws Exception {
        try (FakeServer server = server(peer -> {
                    peer.expect("watch,");
                    peer.say("error,N/A,N/A,code=not-allowed,message=No.");
                    peer.awaitEnd();
                });
                WirephotoClient client = Fixtures.connect(server)) {
            assertThatThrownBy(client::watch).isInstanceOf(RefusedException.class);
        }
    }
}
