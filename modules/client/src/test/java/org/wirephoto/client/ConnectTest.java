package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;

class ConnectTest {
    @Nested
    class Greetings {
        @Test
        void sayWhoIsThereAndHearWhoAnswers() throws Exception {
            try (FakeServer server = FakeServer.greeting(FakeServer.Peer::awaitEnd);
                    WirephotoClient client = WirephotoClient.connect(
                            server.address(), Fixtures.quick().withKey(Fixtures.KEY))) {
                assertThat(client.serverInfo())
                        .isEqualTo(new ServerInfo("Living room", Role.CURATOR, Optional.empty(), 10_000_000, 1));
                assertThat(client.address()).isEqualTo(server.address());
                assertThat(server.peers().getFirst().lines)
                        .containsExactly("hello,N/A,N/A,version=1,key=" + Fixtures.KEY.text() + ",agent=test");
            }
        }

        @Test
        void tellWhatTheKeyIsCalledThere() throws Exception {
            try (FakeServer server = FakeServer.of(peer -> {
                        peer.line();
                        peer.say("ok,N/A,N/A,version=1,server=x,role=contributor,label=Ann%2C phone,max-filesize=5");
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connectOnce(server)) {
                assertThat(client.serverInfo().label()).hasValue("Ann, phone");
            }
        }

        @Test
        void makeAServersNameSafeToShow() throws Exception {
            try (FakeServer server = FakeServer.of(peer -> {
                        peer.line();
                        peer.say("ok,N/A,N/A,version=1,server=%1B[31mred,role=owner,max-filesize=5");
                        peer.awaitEnd();
                    });
                    WirephotoClient client = Fixtures.connectOnce(server)) {
                assertThat(client.serverInfo().name()).doesNotContain("\u001b").contains("red");
                assertThat(client.serverInfo().role()).isEqualTo(Role.VIEWER);
            }
        }

        @Test
        void endInARefusalWithItsCode() throws Exception {
            try (FakeServer server = FakeServer.of(peer -> {
                peer.line();
                peer.say("error,N/A,N/A,code=key-required,message=Say who you are.");
            })) {
                RefusedException refusal =
                        catchThrowableOfType(RefusedException.class, () -> Fixtures.connectOnce(server));
                assertThat(refusal.errorCode()).hasValue(ErrorCode.KEY_REQUIRED);
                assertThat(refusal).hasMessage("Say who you are.");
            }
        }

        @Test
        void keepTheKeyOffAWireThatOthersCanRead() {
            assertThatThrownBy(() -> WirephotoClient.connect(
                            new ServerAddress("host", 1),
                            Fixtures.once().withKey(Fixtures.KEY),
                            (address, limit) -> open()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("TLS");
        }

        /** A wire that fails the test if anything is written to it. */
        private Wire open() {
            return new Wire() {
                @Override
                public InputStream input() {
                    return InputStream.nullInputStream();
                }

                @Override
                public OutputStream output() throws IOException {
                    throw new AssertionError("nothing may be said here");
                }

                @Override
                public boolean isQuiet() {
                    return true;
                }

                @Override
                public boolean isPrivate() {
                    return false;
                }

                @Override
                public void endOutput() {}

                @Override
                public void abort() {}
            };
        }
    }

    @Nested
    class WhatIsNoWirephotoServer {
        private ProtocolException answer(byte[] bytes) throws IOException {
            try (FakeServer server = FakeServer.of(peer -> {
                peer.line();
                peer.send(bytes);
            })) {
                return catchThrowableOfType(ProtocolException.class, () -> Fixtures.connectOnce(server));
            }
        }

        @Test
        void speaksTls() throws IOException {
            assertThat(answer(new byte[] {0x15, 3, 3, 0, 2, 2, 10})).hasMessageContaining("speaks TLS");
        }

        @ParameterizedTest
        @CsvSource({
            "'HTTP/1.1 400 Bad Request\r\n\r\n', is a web server",
            "'<html>\n', is a web server",
            "'SSH-2.0-OpenSSH\r\n', is an SSH server",
            "'220 mail ready\r\n', is not a Wirephoto server",
            "'yes,no,maybe\n', is not a Wirephoto server",
        })
        void saysSomethingElse(String answer, String told) throws IOException {
            assertThat(answer(answer.getBytes(StandardCharsets.UTF_8))).hasMessageContaining(told);
        }

        @Test
        void saysSomethingEndless() throws IOException {
            assertThat(answer(new byte[100_000])).hasMessageContaining("is not a Wirephoto server");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ok,N/A,N/A,version=2,server=x,role=viewer,max-filesize=5",
                    "ok,N/A,N/A,version=1,server=x,role=viewer",
                    "ok,N/A,N/A,version=1,server=x,max-filesize=5",
                    "ok,N/A,N/A,version=1,server=x,role=viewer,max-filesize=-5",
                    "ok,N/A,N/A,version=1,server=x,role=viewer,max-filesize=lots",
                    "ok,N/A,7,version=1,server=x,role=viewer,max-filesize=5",
                })
        void saysWhatMakesNoSense(String answer) throws IOException {
            assertThat(answer((answer + "\n").getBytes(StandardCharsets.UTF_8))).hasMessageContaining("makes no sense");
        }

        @Test
        void closesWithoutAWord() throws IOException {
            try (FakeServer server = FakeServer.of(FakeServer.Peer::line)) {
                assertThatThrownBy(() -> Fixtures.connectOnce(server))
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessageContaining("said nothing");
            }
        }

        @Test
        void neverSaysAWord() throws IOException {
            try (FakeServer server = FakeServer.of(FakeServer.Peer::awaitEnd)) {
                assertThatThrownBy(() -> WirephotoClient.connect(
                                server.address(), Fixtures.once().withConnectTimeout(Duration.ofSeconds(1))))
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessageContaining("said nothing");
            }
        }
    }

    @Nested
    class WhatCanNotBeReached {
        @Test
        void isAPortWhereNobodyListens() throws IOException {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            assertThatThrownBy(() -> WirephotoClient.connect(new ServerAddress("127.0.0.1", port), Fixtures.quick()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage("No server answers at 127.0.0.1:" + port
                            + ". Check the address, and that the server runs.");
        }

        @Test
        void isAHostThatNobodyKnows() {
            assertThatThrownBy(() ->
                            WirephotoClient.connect(new ServerAddress("no-such-host.invalid", 1), Fixtures.quick()))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("no-such-host.invalid");
        }

        @Test
        void isAServerThatTakesForEverToConnect() {
            assertThatThrownBy(() -> WirephotoClient.connect(
                            new ServerAddress("slow", 1),
                            Fixtures.once().withConnectTimeout(Duration.ofMillis(300)),
                            (address, limit) -> {
                                Retry.pause(Duration.ofSeconds(30), new Cancellation());
                                throw new IOException("too late");
                            }))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("300 ms");
        }
    }

    @Test
    void aBrokenProgramIsToldAtOnceAndNotBlamedOnTheServer() {
        Error broken = new NoClassDefFoundError("gone");
        assertThatThrownBy(() ->
                        WirephotoClient.connect(new ServerAddress("host", 1), Fixtures.once(), (address, limit) -> {
                            throw broken;
                        }))
                .isSameAs(broken);
    }

    @Test
    void settingsNeverShowTheKey() {
        assertThat(Fixtures.quick().withKey(Fixtures.KEY).toString()).doesNotContain(Fixtures.KEY.text());
    }
}
