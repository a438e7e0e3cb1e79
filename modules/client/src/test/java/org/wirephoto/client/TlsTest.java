package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.client.FakeServer.Script;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

class TlsTest {
    private static final byte[] IMAGE = Fixtures.image(1000);
    private static final String DESCRIPTION = "a.png,N/A," + Fixtures.attributes(IMAGE);
    private static final Script ANSWERING = peer -> {
        while (peer.line().startsWith("stat,")) {
            peer.say("ok," + DESCRIPTION);
        }
    };

    private final TestIdentity identity = TestIdentity.create();

    private ConnectionSettings settings() {
        return Fixtures.trusting(new Trust.Pinned(identity.fingerprint()));
    }

    private WirephotoClient connect(FakeServer server) throws IOException, RefusedException {
        return WirephotoClient.connect(server.address(), settings());
    }

    @Nested
    class TheServerThatIsMeant {
        @Test
        void isTalkedToAndGetsTheKey() throws Exception {
            try (FakeServer server = FakeServer.greetingBehind(identity::over, ANSWERING);
                    WirephotoClient client =
                            WirephotoClient.connect(server.address(), settings().withKey(Fixtures.KEY))) {
                assertThat(client.stat("a.png").name().text()).isEqualTo("a.png");
                assertThat(server.peers().getFirst().lines.getFirst()).contains("key=" + Fixtures.KEY.text());
            }
        }

        @Test
        void mayHaveACertificateThatRanOut() throws Exception {
            try (FakeServer server = FakeServer.greetingBehind(identity.expired()::over, ANSWERING);
                    WirephotoClient client = connect(server)) {
                client.stat("a.png");
            }
        }

        @Test
        void isTakenUpWithoutAnotherFullHandshake() throws Exception {
            CountDownLatch both = new CountDownLatch(2);
            try (FakeServer server = FakeServer.greetingBehind(identity::over, peer -> {
                        peer.expect("stat,");
                        both.countDown();
                        both.await(10, TimeUnit.SECONDS);
                        peer.say("ok," + DESCRIPTION);
                        ANSWERING.serve(peer);
                    });
                    WirephotoClient client = connect(server);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<RemoteImage>> images =
                        List.of(threads.submit(() -> client.stat("a.png")), threads.submit(() -> client.stat("a.png")));
                for (Future<RemoteImage> image : images) {
                    image.get(10, TimeUnit.SECONDS);
                }
                assertThat(server.peers()).hasSize(2);
                // A session that is taken up again is as old as it was; a full handshake makes a new one.
                assertThat(server.peers().stream()
                                .map(peer ->
                                        ((SSLSocket) peer.socket()).getSession().getCreationTime())
                                .distinct())
                        .hasSize(1);
            }
        }
    }

    @Nested
    class AnotherServer {
        @Test
        void isRefusedOnceAndHearsNothing() throws Exception {
            TestIdentity other = TestIdentity.create();
            try (FakeServer server = FakeServer.greetingBehind(other::over, ANSWERING)) {
                FingerprintChangedException changed = catchThrowableOfType(
                        FingerprintChangedException.class, () -> connect(server).close());
                assertThat(changed.expected()).isEqualTo(identity.fingerprint());
                assertThat(changed.actual()).isEqualTo(other.fingerprint());
                assertThat(changed)
                        .hasMessageContaining(identity.fingerprint().grouped())
                        .hasMessageContaining(other.fingerprint().grouped());
                server.awaitNoConnection();
                assertThat(server.peers()).hasSize(1);
                assertThat(server.peers().getFirst().lines).isEmpty();
            }
        }

        @Test
        void isRefusedInTheMiddleOfThingsAndNotTriedAgain() throws Exception {
            TestIdentity other = TestIdentity.create();
            try (FakeServer server = FakeServer.greetingBehind(identity::over, peer -> {
                        peer.expect("stat,");
                        peer.cut();
                    });
                    FakeServer impostor = FakeServer.greetingBehind(other::over, ANSWERING);
                    Relay relay = new Relay(server.address());
                    WirephotoClient client = WirephotoClient.connect(relay.address(), settings())) {
                relay.to(impostor.address());
                assertThatThrownBy(() -> client.stat("a.png")).isInstanceOf(FingerprintChangedException.class);
                assertThat(impostor.peers()).hasSize(1);
            }
        }

        @Test
        void canNotPassWithACopyOfTheCertificate() throws Exception {
            try (FakeServer server = FakeServer.greetingBehind(identity.copied()::over, ANSWERING)) {
                assertThatThrownBy(() -> connect(server).close())
                        .isInstanceOf(ProtocolException.class)
                        .hasMessageContaining("speaks TLS, but not as a Wirephoto server does");
                server.awaitNoConnection();
                assertThat(server.peers().getFirst().lines).isEmpty();
            }
        }
    }

    @Nested
    class WhatIsNoTlsServerOfOurs {
        private ProtocolException answer(FakeServer.Layer layer, Script script) throws Exception {
            try (FakeServer server = FakeServer.behind(layer, script)) {
                ProtocolException told = catchThrowableOfType(
                        ProtocolException.class,
                        () -> WirephotoClient.connect(
                                        server.address(), settings().withKey(Fixtures.KEY))
                                .close());
                server.awaitNoConnection();
                assertThat(server.peers()).hasSize(1);
                return told;
            }
        }

        @ParameterizedTest
        @CsvSource({
            "'error,N/A,N/A,code=malformed-request,message=What.\n', PLAIN_WIREPHOTO, does not encrypt",
            "'HTTP/1.1 400 Bad Request\r\n\r\n', WEB, is a web server",
            "'SSH-2.0-OpenSSH\r\n', SSH, is an SSH server",
            "'220 mail ready\r\n', UNKNOWN, is not a Wirephoto server",
        })
        void saysSomethingElse(String words, Peer kind, String told) throws Exception {
            StringBuilder heard = new StringBuilder();
            ProtocolException trouble = answer(plain -> plain, peer -> {
                heard.append(new String(peer.bytes(100), StandardCharsets.ISO_8859_1));
                peer.send(words.getBytes(StandardCharsets.UTF_8));
            });
            assertThat(trouble).hasMessageContaining(told);
            assertThat(trouble.peer()).isEqualTo(kind);
            assertThat(heard).doesNotContain("hello").doesNotContain(Fixtures.KEY.text());
        }

        @Test
        void knowsNoTls13() throws Exception {
            assertThat(answer(identity.speaking("TLSv1.2")::over, ANSWERING))
                    .hasMessageContaining("speaks TLS, but not as a Wirephoto server does");
        }

        @Test
        void offersAnotherProtocol() throws Exception {
            assertThat(answer(identity.offering("h2")::over, ANSWERING))
                    .hasMessageContaining("speaks TLS, but not as a Wirephoto server does");
        }

        @Test
        void offersNoProtocol() throws Exception {
            ProtocolException told = answer(identity.offering()::over, ANSWERING);
            assertThat(told).hasMessageContaining("speaks TLS, but not as a Wirephoto server does");
            assertThat(told.peer()).isEqualTo(Peer.TLS);
        }

        @Test
        void closesWithoutAWord() throws Exception {
            try (FakeServer server = FakeServer.behind(plain -> plain, peer -> peer.bytes(10))) {
                assertThatThrownBy(() -> connect(server).close())
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessageContaining("did not answer in TLS");
            }
        }

        @Test
        void neverSaysAWord() throws Exception {
            try (FakeServer server = FakeServer.behind(plain -> plain, FakeServer.Peer::awaitEnd)) {
                assertThatThrownBy(() -> WirephotoClient.connect(
                                        server.address(), settings().withConnectTimeout(Duration.ofMillis(500)))
                                .close())
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessageContaining("did not answer in TLS");
                server.awaitNoConnection();
            }
        }

        @Test
        void breaksInTheMiddleOfTheHandshake() throws Exception {
            try (FakeServer server = FakeServer.behind(plain -> plain, peer -> {
                peer.bytes(10);
                peer.send(new byte[] {0x16, 3, 3, 1, 0, 2});
            })) {
                assertThatThrownBy(() -> connect(server).close())
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessageContaining("was lost");
            }
        }
    }

    @Nested
    class Aborting {
        @Test
        void waitsForNobodyWhoWrites() throws Exception {
            CountDownLatch connected = new CountDownLatch(1);
            try (FakeServer server = FakeServer.behind(identity::over, peer -> {
                ((SSLSocket) peer.socket()).startHandshake();
                connected.await(20, TimeUnit.SECONDS);
            })) {
                Wire wire = Connector.of(new Trust.Pinned(identity.fingerprint()))
                        .connect(server.address(), Duration.ofSeconds(5));
                var _ = wire.secure(new Trouble(server.address()));
                CompletableFuture<IOException> failure = new CompletableFuture<>();
                AtomicLong written = new AtomicLong();
                Thread writer = Thread.ofVirtual().start(() -> {
                    try {
                        while (true) {
                            wire.output().write(IMAGE);
                            written.incrementAndGet();
                        }
                    } catch (IOException e) {
                        failure.complete(e);
                    }
                });
                Eventually.settled(written::get); // the network's buffers are full
                long start = System.nanoTime();
                wire.abort();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
                assertThat(failure.get(5, TimeUnit.SECONDS)).isNotNull();
                assertThat(writer.join(Duration.ofSeconds(5))).isTrue();
                connected.countDown();
            }
        }
    }

    @Nested
    class Identifying {
        private Fingerprint identify(ServerAddress address) throws IOException {
            return WirephotoClient.fingerprint(address, Duration.ofSeconds(5));
        }

        @Test
        void tellsWhomOneWouldTalkToAndSaysNothing() throws Exception {
            try (FakeServer server = FakeServer.behind(identity::over, ANSWERING)) {
                assertThat(identify(server.address())).isEqualTo(identity.fingerprint());
                server.awaitNoConnection();
                assertThat(server.peers().getFirst().lines).isEmpty();
            }
        }

        @Test
        void isNotTakenInByACopyOfTheCertificate() throws Exception {
            try (FakeServer server = FakeServer.behind(identity.copied()::over, ANSWERING)) {
                assertThatThrownBy(() -> identify(server.address())).isInstanceOf(ProtocolException.class);
            }
        }

        @Test
        void tellsOfAServerThatDoesNotEncrypt() throws Exception {
            try (FakeServer server = FakeServer.behind(plain -> plain, peer -> {
                peer.bytes(10);
                peer.say("error,N/A,N/A,code=malformed-request,message=What.");
            })) {
                assertThatThrownBy(() -> identify(server.address()))
                        .isInstanceOf(ProtocolException.class)
                        .hasMessageContaining("does not encrypt");
            }
        }

        @Test
        void tellsWhereNobodyListens() throws Exception {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            assertThatThrownBy(() -> identify(new ServerAddress("127.0.0.1", port)))
                    .isInstanceOf(UnreachableException.class);
        }
    }
}
