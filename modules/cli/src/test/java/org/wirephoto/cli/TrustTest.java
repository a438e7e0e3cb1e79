package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.cli.Scene.Outcome;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.protocol.ServerAddress;

/** Which server is meant, and whom a person or a script trusts. */
class TrustTest extends SecureCommandTest {
    @Nested
    class AnUnknownServer {
        private String[] list() {
            return new String[] {"list", "--server", server.address()};
        }

        @Test
        void isShownToAPersonWhoIsAskedOnce() throws IOException {
            Outcome first = scene.onTerminal().input("yes\n").run(list());
            assertThat(first.exit()).as(first.err()).isZero();
            assertThat(first.err())
                    .contains(certificate.fingerprint().grouped(), "Trust it from now on? [y/N] ", "kept as");
            assertThat(onlyKnown().trust()).isEqualTo(new Trust.Pinned(certificate.fingerprint()));
            Outcome second = scene.input("").run(list());
            assertThat(second.exit()).as(second.err()).isZero();
            assertThat(second.err()).doesNotContain("Trust");
        }

        @Test
        void isNotSpokenToWithoutAYes() throws IOException {
            for (String answer : new String[] {"\n", "no\n", "", "yess\n"}) {
                Outcome outcome = scene.onTerminal().input(answer).run(list());
                assertThat(outcome.exit()).isEqualTo(6);
                assertThat(outcome.err()).contains("Not trusted");
            }
            assertThat(server.requests()).isEmpty();
            assertThat(scene.known().all()).isEmpty();
        }

        @Test
        void isNotSpokenToByAScript() throws IOException {
            Outcome outcome = scene.run(list());
            assertThat(outcome.exit()).isEqualTo(6);
            assertThat(outcome.err())
                    .contains("--fingerprint")
                    .contains(certificate.fingerprint().hex());
            Outcome json = scene.onTerminal().input("yes\n").run("list", "--json", "--server", server.address());
            assertThat(json.exit()).isEqualTo(6);
            assertThat(json.out()).contains("\"code\":\"server-unknown\"");
            assertThat(server.requests()).isEmpty();
            assertThat(scene.known().all()).isEmpty();
        }

        @Test
        void isTrustedByItsFingerprint() throws IOException {
            Outcome outcome = scene.run(
                    "list",
                    "--server",
                    server.address(),
                    "--fingerprint",
                    certificate.fingerprint().grouped());
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            Outcome wrong = scene.run(
                    "list",
                    "--server",
                    server.address(),
                    "--fingerprint",
                    other.fingerprint().hex());
            assertThat(wrong.exit()).isEqualTo(6);
            assertThat(wrong.err())
                    .contains(
                            certificate.fingerprint().grouped(),
                            other.fingerprint().grouped());
            assertThat(scene.run("list", "--fingerprint", "abc").exit()).isEqualTo(2);
        }

        @Test
        void doesNotTakeThePlaceOfTheOneJoinedLast() throws IOException {
            join();
            try (FakeServer second = new FakeServer().with(other)) {
                Outcome outcome = scene.onTerminal().input("y\n").run("list", "--server", second.address());
                assertThat(outcome.exit()).as(outcome.err()).isZero();
            }
            assertThat(scene.known().all()).hasSize(2);
            assertThat(scene.run("ping", "--json").out()).contains(server.address());
        }
    }

    @Nested
    class AServerWithAnotherFingerprint {
        @Test
        void isRefusedWithBothShownAndWhatToDo() throws IOException {
            assertThat(scene.run("join", server.invite(KEY).link(), "--name", "The attic")
                            .exit())
                    .isZero();
            setUpAnew();
            Outcome outcome = scene.onTerminal().input("yes\n").run("list");
            assertThat(outcome.exit()).isEqualTo(6);
            assertThat(outcome.err())
                    .contains(
                            certificate.fingerprint().grouped(),
                            other.fingerprint().grouped())
                    .endsWith("wirephoto join 'The attic'\n");
            assertThat(server.requests()).isEmpty();
        }

        @Test
        void isKeptWhereAPersonSaysSo() throws IOException {
            join();
            setUpAnew();
            String name = onlyKnown().name();
            assertThat(scene.onTerminal().input("n\n").run("join", name).exit()).isEqualTo(6);
            assertThat(onlyKnown().trust()).isEqualTo(new Trust.Pinned(certificate.fingerprint()));
            Outcome outcome = scene.onTerminal().input("y\n").run("join", name);
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(outcome.err())
                    .contains(
                            certificate.fingerprint().grouped(),
                            other.fingerprint().grouped());
            assertThat(onlyKnown().trust()).isEqualTo(new Trust.Pinned(other.fingerprint()));
            assertThat(onlyKnown().name()).isEqualTo(name);
            assertThat(scene.run("list").exit()).isZero();
        }

        @Test
        void isKeptWhereAScriptNamesIt() throws IOException {
            join();
            setUpAnew();
            String name = onlyKnown().name();
            Outcome outcome = scene.terminal(Terminal.none()).run("join", name);
            assertThat(outcome.exit()).isEqualTo(6);
            assertThat(outcome.err())
                    .contains("--fingerprint " + other.fingerprint().hex());
            assertThat(scene.run(
                                    "join",
                                    name,
                                    "--fingerprint",
                                    other.fingerprint().hex())
                            .exit())
                    .isZero();
            assertThat(onlyKnown().key()).contains(KEY);
            assertThat(onlyKnown().name()).isEqualTo(name);
        }

        @Test
        void neverSeesTheKeyThatIsKept() throws IOException {
            join();
            setUpAnew();
            Outcome outcome =
                    scene.run("list", "--fingerprint", other.fingerprint().hex());
            assertThat(outcome.exit()).isEqualTo(4);
            assertThat(outcome.err()).contains("none was given");
        }
    }

    @Nested
    class TheServerThatIsMeant {
        @Test
        void isThisMachinesOwnWhereNoneWasJoined() throws IOException {
            server.wanting(KEY);
            String link = server.invite(KEY).link().replace("127.0.0.1", "localhost");
            Path file = scene.file("data/wirephoto/local-invite", (link + "\n").getBytes(StandardCharsets.UTF_8));
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
            Outcome outcome = scene.run("list");
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(scene.run("list", "--server", server.address()).exit()).isZero();
            assertThat(scene.known().all()).isEmpty();
            server.close();
            assertThat(scene.run("list").err()).contains("this machine's own server", "wirephoto-server serve");
        }

        @Test
        void isToldWithTheReasonWhereItDoesNotAnswer() throws IOException {
            join();
            String name = onlyKnown().name();
            server.close();
            Outcome outcome = scene.run("list");
            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.err()).contains("It is " + name + ", which was joined last.", "wirephoto servers");
            assertThat(scene.run("list", "--server", name).err()).doesNotContain("joined last");
            assertThat(scene.environment("WIREPHOTO_SERVER", name).run("list").err())
                    .contains("WIREPHOTO_SERVER names it");
        }

        @Test
        void isNeverSpokenToInPlainUnasked() throws IOException {
            try (FakeServer plain = new FakeServer()) {
                Outcome outcome = scene.onTerminal().input("yes\n").run("list", "--server", plain.address());
                assertThat(outcome.exit()).isEqualTo(3);
                assertThat(outcome.err()).contains("--plain");
                assertThat(plain.requests()).isEmpty();
                assertThat(scene.run("list", "--plain", "--server", plain.address())
                                .exit())
                        .isZero();
            }
        }

        @Test
        void doesNotGetItsKeyInPlain() throws IOException {
            join();
            setUpAnew();
            Outcome outcome = scene.run("list", "--plain");
            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.err()).contains("leave --plain out");
            assertThat(server.requests()).isEmpty();
        }

        @Test
        void mayBePlainOnceItWasJoinedSo() throws IOException {
            try (FakeServer plain = new FakeServer()) {
                assertThat(scene.run("join", "--plain", plain.address()).exit()).isZero();
                assertThat(onlyKnown())
                        .isEqualTo(new KnownServer(
                                onlyKnown().name(),
                                ServerAddress.parse(plain.address()).orElseThrow(),
                                new Trust.Plain(),
                                Optional.empty()));
                assertThat(scene.run("list").exit()).isZero();
            }
        }
    }
}
