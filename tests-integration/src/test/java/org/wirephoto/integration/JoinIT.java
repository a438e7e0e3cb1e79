package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Invite;
import org.wirephoto.testkit.TestImages;

/** Joining servers, trusting them and being let in, with the linked programs as people and scripts start them. */
class JoinIT {
    private static final int OTHER_TRUST = 6;

    @TempDir
    Path data;

    @TempDir
    Path scratch;

    private ServerProcess server;

    @BeforeEach
    void start() throws IOException {
        server = ServerProcess.start(data, "--name", "Attic");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Path configuration() {
        return scratch.resolve("configuration");
    }

    private Map<String, String> environment() {
        return Map.of("XDG_CONFIG_HOME", configuration().toString());
    }

    private Image.Outcome wirephoto(String... arguments) {
        return Image.run(scratch, "wirephoto", environment(), arguments);
    }

    private Image.Outcome piped(String input, String... arguments) {
        return Image.pipe(input.getBytes(StandardCharsets.UTF_8), scratch, "wirephoto", environment(), arguments);
    }

    private void join(ServerProcess joined, String name) throws IOException {
        Image.Outcome outcome = piped(joined.invite().link() + "\n", "join", "--name", name);
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    }

    private static Invite withKey(Invite invite, AccessKey key) {
        return new Invite(invite.address(), invite.fingerprint(), key);
    }

    /** A program on a terminal of its own, to which a person types. */
    private Process onTerminal(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(Image.program("wirephoto").toString()));
        words.addAll(List.of(arguments));
        String line =
                String.join(" ", words.stream().map(word -> "'" + word + "'").toList());
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", line, "/dev/null").redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "TERM", "xterm", "SHELL", "/bin/sh"));
        builder.environment().putAll(Map.of("WIREPHOTO_NETWORKS", "none", "XDG_DATA_HOME", "/nonexistent"));
        return builder.start();
    }

    private static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            read.append((char) b);
            if (read.toString().endsWith(end)) {
                return read.toString();
            }
        }
        throw new IOException("it never said " + end + ": " + read);
    }

    /** Types an answer to a question, and gives all that was on the screen. */
    private static String answer(Process process, String question, String answer) throws Exception {
        String screen = readUntil(process.getInputStream(), question);
        process.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        screen += new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return screen;
    }

    @Test
    void aPersonPastesAnInviteThatIsNotShown() throws Exception {
        Process join = onTerminal("join");
        String screen = answer(join, "(it is not shown): ", server.invite().link());
        assertThat(join.exitValue()).as(screen).isZero();
        assertThat(screen).contains("Joined Attic at ", "as a curator");
        assertThat(screen).doesNotContain(server.invite().key().text());
        assertThat(wirephoto("list").exitCode()).isZero();
    }

    @Test
    void whatIsKeptIsForItsOwnerAlone() throws Exception {
        join(server, "Attic");
        try (Stream<Path> files = Files.walk(configuration().resolve("wirephoto"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeGreaterThan(1);
            for (Path file : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void severalServersAreKnownByName(@TempDir Path otherData) throws Exception {
        try (ServerProcess other = ServerProcess.start(otherData)) {
            join(server, "Attic");
            join(other, "The cellar");
            assertThat(wirephoto("ping", "--json").output()).contains(":" + other.port());
            assertThat(wirephoto("--server", "attic", "ping", "--json").output())
                    .contains(":" + server.port());
            assertThat(wirephoto("servers", "default", "Attic").exitCode()).isZero();
            assertThat(wirephoto("ping", "--json").output()).contains(":" + server.port());
            assertThat(wirephoto("servers").output())
                    .containsPattern("(?m)^\\* +Attic .* joined$")
                    .containsPattern("(?m)^ +The cellar .* joined$");
            assertThat(wirephoto("servers", "remove", "Attic").exitCode()).isZero();
            assertThat(wirephoto("servers").output()).doesNotContain("Attic");
        }
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsKeptNowhere() throws Exception {
        AccessKey wrong = AccessKey.generate(new SecureRandom());
        Image.Outcome outcome = piped(withKey(server.invite(), wrong).link(), "join");
        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(4);
        assertThat(outcome.errors()).contains("another invite");
        assertThat(outcome.toString()).doesNotContain(wrong.text());
        assertThat(wirephoto("servers").errors()).contains("No server was joined yet");
    }

    @Test
    void anotherFingerprintIsRefusedUntilItIsAccepted(@TempDir Path otherData) throws Exception {
        join(server, "Attic");
        String trusted = server.invite().fingerprint().grouped();
        server.stop();
        try (ServerProcess other = ServerProcess.startAt(server.port(), otherData, "--open")) {
            String shown = other.invite().fingerprint().grouped();
            Image.Outcome refused = wirephoto("list");
            assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(OTHER_TRUST);
            assertThat(refused.errors()).contains(trusted, shown, "wirephoto join Attic");

            Process doubtful = onTerminal("join", "Attic");
            assertThat(answer(doubtful, "[y/N] ", "n")).contains(trusted, shown);
            assertThat(doubtful.exitValue()).isEqualTo(OTHER_TRUST);
            assertThat(wirephoto("list").exitCode()).isEqualTo(OTHER_TRUST);

            Process sure = onTerminal("join", "Attic");
            String screen = answer(sure, "[y/N] ", "y");
            assertThat(sure.exitValue()).as(screen).isZero();
            assertThat(wirephoto("list").exitCode()).isZero();
        }
    }

    @Test
    void aServerThatIsNotKnownIsAskedForOnceAndByScriptsNamed(@TempDir Path otherData) throws Exception {
        try (ServerProcess open = ServerProcess.start(otherData, "--open")) {
            Image.Outcome script = wirephoto("list", "--server", open.address());
            assertThat(script.exitCode()).as(script.toString()).isEqualTo(OTHER_TRUST);
            String fingerprint = open.invite().fingerprint().hex();
            assertThat(script.errors()).contains("--fingerprint", fingerprint);
            Image.Outcome named = wirephoto("list", "--server", open.address(), "--fingerprint", fingerprint);
            assertThat(named.exitCode()).as(named.toString()).isZero();

            Process person = onTerminal("list", "--server", open.address());
            assertThat(answer(person, "[y/N] ", "y"))
                    .contains(open.invite().fingerprint().grouped());
            assertThat(person.exitValue()).isZero();
            assertThat(wirephoto("list", "--server", open.address()).exitCode()).isZero();
        }
    }

    @Test
    void aCuratorInvitesFromAfar() throws Exception {
        join(server, "Attic");
        Path file = scratch.resolve("for-ann.txt");
        Image.Outcome pipe = wirephoto("invite");
        assertThat(pipe.exitCode()).isEqualTo(2);
        assertThat(pipe.errors()).contains("--output");
        Image.Outcome made = wirephoto("invite", "--role", "viewer", "--label", "Ann", "--output", file.toString());
        assertThat(made.exitCode()).as(made.toString()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(wirephoto("--key-file", file.toString(), "list").exitCode()).isZero();
        Path image = Files.write(scratch.resolve("a.png"), TestImages.photo(ImageType.PNG, 20, 20, 1));
        Image.Outcome send = wirephoto("--key-file", file.toString(), "send", image.toString());
        assertThat(send.exitCode()).as(send.toString()).isEqualTo(4);
        assertThat(send.errors()).contains("curators");

        Process terminal = onTerminal("invite");
        String screen = new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(terminal.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(screen).contains("wirephoto://", "?fp=" + server.invite().fingerprint(), "▀");
    }

    @Test
    void theServerOfThisMachineNeedsNoOption(@TempDir Path home) throws Exception {
        for (String[] options : new String[][] {{}, {"--plain"}}) {
            try (ServerProcess local = ServerProcess.start(home.resolve("wirephoto"), options)) {
                Map<String, String> fresh = Map.of(
                        "XDG_DATA_HOME",
                        home.toString(),
                        "XDG_CONFIG_HOME",
                        configuration().toString());
                Image.Outcome ping = Image.run(scratch, "wirephoto", fresh, "ping", "--json");
                assertThat(ping.exitCode()).as(ping.toString()).isZero();
                assertThat(ping.output()).contains(":" + local.port(), "curator");
            }
        }
    }

    @Test
    void noSecretIsSeenByOthers() throws Exception {
        join(server, "Attic");
        String key = server.invite().key().text();
        Path said = scratch.resolve("watch.out");
        Process watch = Image.builder("wirephoto", environment(), List.of("--verbose", "watch", "--json"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            Path image = Files.write(scratch.resolve("a.png"), TestImages.photo(ImageType.PNG, 20, 20, 1));
            assertThat(wirephoto("send", image.toString()).exitCode()).isZero();
            Path process = Path.of("/proc", Long.toString(watch.pid()));
            assertThat(Files.readString(process.resolve("cmdline")))
                    .contains("watch")
                    .doesNotContain(key);
            assertThat(Files.readString(process.resolve("environ"))).doesNotContain(key);
        } finally {
            watch.destroy();
            assertThat(watch.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readString(said)).doesNotContain(key);
        Image.Outcome nowhere = piped(server.invite().link().replace(":" + server.port(), ":1"), "--verbose", "join");
        assertThat(nowhere.errors()).isNotEmpty();
        assertThat(nowhere.toString()).doesNotContain(key);
        assertThat(server.stop()).isZero();
        assertThat(server.output()).doesNotContain(key);
        try (Stream<Path> logs = Files.walk(data.resolve("logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).doesNotContain(key);
            }
        }
    }
}
