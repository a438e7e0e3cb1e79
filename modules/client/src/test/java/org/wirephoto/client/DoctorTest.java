package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.client.Diagnosis.Cause;
import org.wirephoto.client.DoctorFinding.Outcome;
import org.wirephoto.client.DoctorFinding.Seen;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.ServerAddress;

class DoctorTest {
    private static final TestIdentity IDENTITY = TestIdentity.create();
    private static final TestIdentity ANOTHER = TestIdentity.create();
    private static final AccessKey KEY = AccessKey.generate(new Random(7));
    private static final FakeServer.Layer PLAIN = socket -> socket;

    private final List<String> told = new ArrayList<>();

    private Diagnosis examine(DoctorRequest request) throws InterruptedException {
        return Doctor.examine(request, new DoctorListener() {
            @Override
            public void begins(DoctorCheck check) {
                told.add("? " + check);
            }

            @Override
            public void ended(DoctorFinding finding) {
                told.add("! " + finding.check());
            }
        });
    }

    private static DoctorRequest plain(ServerAddress address) {
        return new DoctorRequest(
                Optional.of(address), true, Optional.empty(), Optional.empty(), new NetworkChoice.None());
    }

    private static DoctorRequest encrypted(ServerAddress address, Optional<Fingerprint> fingerprint) {
        return new DoctorRequest(Optional.of(address), false, fingerprint, Optional.of(KEY), new NetworkChoice.None());
    }

    /** Greets, and answers pings. */
    private static FakeServer server(FakeServer.Layer layer) throws IOException {
        return FakeServer.greetingBehind(layer, peer -> {
            for (int i = 0; i < 3; i++) {
                peer.expect("list,");
                peer.say("ok,N/A,0,count=0,seq=1,total=0");
            }
        });
    }

    private static FakeServer saying(String text) throws IOException {
        return FakeServer.behind(PLAIN, peer -> {
            peer.socket().getInputStream().read();
            peer.send(text.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static List<String> hellos(FakeServer server) {
        return server.peers().stream()
                .flatMap(peer -> peer.lines.stream())
                .filter(line -> line.startsWith("hello,"))
                .toList();
    }

    private void assertBlamed(Diagnosis diagnosis, DoctorCheck failed, Cause cause) {
        assertThat(diagnosis.finding(failed).outcome()).as(diagnosis.toString()).isEqualTo(Outcome.FAILED);
        assertThat(diagnosis.verdict()).map(Diagnosis.Verdict::cause).hasValue(cause);
        assertThat(diagnosis.findings().stream()
                        .dropWhile(finding -> finding.check() != failed)
                        .skip(1))
                .allMatch(finding -> finding.outcome() == Outcome.SKIPPED);
    }

    @Nested
    class OfAServer {
        @Test
        void findsAServerThatSpeaksPlainHealthy() throws Exception {
            try (FakeServer server = server(PLAIN)) {
                Diagnosis diagnosis = examine(plain(server.address()));
                assertThat(diagnosis.verdict()).isEmpty();
                assertThat(diagnosis.finding(DoctorCheck.TCP).outcome()).isEqualTo(Outcome.OK);
                assertThat(diagnosis.finding(DoctorCheck.TLS).outcome()).isEqualTo(Outcome.SKIPPED);
                assertThat(diagnosis.finding(DoctorCheck.KEY))
                        .isEqualTo(new DoctorFinding(
                                DoctorCheck.KEY, Seen.KEY_NOT_NEEDED, List.of("Living room", "curator")));
                assertThat(diagnosis.finding(DoctorCheck.ROUND_TRIP).seen()).isEqualTo(Seen.ANSWERS);
                assertThat(diagnosis.finding(DoctorCheck.ROUND_TRIP).values())
                        .singleElement()
                        .isInstanceOf(Duration.class);
            }
        }

        @Test
        void tellsOfEachCheckOnceAndInOrder() throws Exception {
            try (FakeServer server = server(PLAIN)) {
                Diagnosis diagnosis = examine(plain(server.address()));
                assertThat(diagnosis.findings())
                        .extracting(DoctorFinding::check)
                        .containsExactly(DoctorCheck.values());
                assertThat(told)
                        .containsExactlyElementsOf(Arrays.stream(DoctorCheck.values())
                                .flatMap(check -> List.of("? " + check, "! " + check).stream())
                                .toList());
            }
        }

        @Test
        void showsTheKeyToTheServerThatIsTrusted() throws Exception {
            try (FakeServer server = server(IDENTITY::over)) {
                Diagnosis diagnosis = examine(encrypted(server.address(), Optional.of(IDENTITY.fingerprint())));
                assertThat(diagnosis.verdict()).isEmpty();
                assertThat(diagnosis.finding(DoctorCheck.FINGERPRINT).outcome()).isEqualTo(Outcome.OK);
                assertThat(hellos(server)).singleElement().asString().contains("key=");
            }
        }

        @Test
        void showsTheKeyToNobodyWhoIsNotKnown() throws Exception {
            try (FakeServer server = server(IDENTITY::over)) {
                Diagnosis diagnosis = examine(encrypted(server.address(), Optional.empty()));
                assertThat(diagnosis.finding(DoctorCheck.FINGERPRINT).values())
                        .containsExactly(IDENTITY.fingerprint().grouped());
                assertThat(hellos(server)).singleElement().asString().doesNotContain("key=");
            }
        }

        @Test
        void saysNothingToAServerWhoseFingerprintHasChanged() throws Exception {
            try (FakeServer server = server(ANOTHER::over)) {
                Diagnosis diagnosis = examine(encrypted(server.address(), Optional.of(IDENTITY.fingerprint())));
                assertBlamed(diagnosis, DoctorCheck.FINGERPRINT, Cause.FINGERPRINT_CHANGED);
                assertThat(diagnosis.finding(DoctorCheck.FINGERPRINT).values())
                        .containsExactly(
                                IDENTITY.fingerprint().grouped(),
                                ANOTHER.fingerprint().grouped());
                assertThat(hellos(server)).isEmpty();
            }
        }

        @ParameterizedTest
        @CsvSource({
            "'error,N/A,N/A,code=malformed-request,message=This port speaks plain.', PLAIN_SERVER",
            "HTTP/1.1 400 Bad Request, WEB_SERVER",
            "SSH-2.0-OpenSSH_9.2, OTHER_PROGRAM",
            "220 mail ready, OTHER_PROGRAM"
        })
        void tellsWhatElseAnswers(String answer, Cause cause) throws Exception {
            try (FakeServer server = saying(answer + "\r\n")) {
                assertBlamed(examine(encrypted(server.address(), Optional.empty())), DoctorCheck.TLS, cause);
            }
        }

        @Test
        void tellsThatAServerEncryptsThatWasThoughtNotTo() throws Exception {
            try (FakeServer server = server(IDENTITY::over)) {
                assertBlamed(examine(plain(server.address())), DoctorCheck.KEY, Cause.TLS_SERVER);
            }
        }

        @ParameterizedTest
        @CsvSource({"key-required, KEY_MISSING", "key-refused, KEY_MISSING", "busy, SERVER_BUSY"})
        void tellsWhyTheServerLetsNobodyIn(String code, Cause cause) throws Exception {
            try (FakeServer server = FakeServer.behind(PLAIN, peer -> {
                peer.expect("hello,");
                peer.say("error,N/A,N/A,code=" + code + ",message=No.");
            })) {
                assertBlamed(examine(plain(server.address())), DoctorCheck.KEY, cause);
            }
        }

        @Test
        void tellsThatTheServerAnswersNoMore() throws Exception {
            try (FakeServer server = FakeServer.greetingBehind(PLAIN, peer -> peer.expect("list,"))) {
                assertBlamed(examine(plain(server.address())), DoctorCheck.ROUND_TRIP, Cause.NO_ANSWER);
            }
        }

        @Test
        void tellsThatTheKeyIsNotTaken() throws Exception {
            try (FakeServer server = FakeServer.behind(IDENTITY::over, peer -> {
                peer.expect("hello,");
                peer.say("error,N/A,N/A,code=key-refused,message=No.");
            })) {
                Diagnosis diagnosis = examine(encrypted(server.address(), Optional.of(IDENTITY.fingerprint())));
                assertBlamed(diagnosis, DoctorCheck.KEY, Cause.KEY_REFUSED);
            }
        }

        @Test
        void tellsAPortWhereNothingListens() throws Exception {
            int port;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closed.getLocalPort();
            }
            assertBlamed(examine(plain(new ServerAddress("127.0.0.1", port))), DoctorCheck.TCP, Cause.WRONG_PORT);
        }

        @Test
        void tellsANameThatNobodyHas() throws Exception {
            // RFC 6761 keeps it from ever being one
            Diagnosis diagnosis = examine(plain(new ServerAddress("nobody.invalid", 9999)));
            assertBlamed(diagnosis, DoctorCheck.NAME, Cause.UNKNOWN_NAME);
        }
    }

    @Nested
    class OfTheNetwork {
        private Diagnosis examineLoopback() throws InterruptedException {
            return examine(new DoctorRequest(
                    Optional.empty(),
                    false,
                    Optional.of(new Fingerprint("9".repeat(64))),
                    Optional.empty(),
                    new NetworkChoice.Named(Set.of("lo"))));
        }

        @Test
        void sendsToAllAndHearsItself() throws Exception {
            Diagnosis diagnosis = examineLoopback();
            assertThat(diagnosis.finding(DoctorCheck.INTERFACES).values().getFirst())
                    .asString()
                    .contains("lo (127.0.0.1)");
            assertThat(diagnosis.finding(DoctorCheck.MULTICAST).outcome())
                    .as(diagnosis.toString())
                    .isEqualTo(Outcome.OK);
            assertThat(diagnosis.verdict()).map(Diagnosis.Verdict::cause).hasValue(Cause.NOBODY_ANSWERS);
        }

        @Test
        void tellsThatThereIsNone() throws Exception {
            Diagnosis diagnosis = examine(new DoctorRequest(
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    new NetworkChoice.Named(Set.of("nosuchnetwork"))));
            assertBlamed(diagnosis, DoctorCheck.INTERFACES, Cause.NO_NETWORK);
        }

        @Test
        void isNotLookedAtWhereThatIsNotWanted() throws Exception {
            Diagnosis diagnosis = examine(new DoctorRequest(
                    Optional.empty(), false, Optional.empty(), Optional.empty(), new NetworkChoice.None()));
            assertThat(diagnosis.finding(DoctorCheck.INTERFACES).seen()).isEqualTo(Seen.NOT_WANTED);
            assertThat(diagnosis.findings()).allMatch(finding -> finding.outcome() == Outcome.SKIPPED);
            assertThat(diagnosis.verdict()).map(Diagnosis.Verdict::cause).hasValue(Cause.NOT_NAMED);
        }
    }

    @Nested
    class Nearness {
        @ParameterizedTest
        @CsvSource({"127.3.4.5, true", "::1, true", "fe80::1, true", "203.0.113.9, false", "2001:db8:77::1, false"})
        void isASharedNetwork(String address, boolean near) {
            assertThat(TcpProbe.isNear(InetAddress.ofLiteral(address))).isEqualTo(near);
        }
    }
}
