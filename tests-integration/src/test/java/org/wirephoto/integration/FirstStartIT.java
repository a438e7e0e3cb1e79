package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;

/** The first start of a server: at a terminal that is real, and in a pipe. */
class FirstStartIT {
    private static final Pattern LINK = Pattern.compile("wirephoto://127\\S+");
    private static final Pattern BLOCKS = Pattern.compile("\u001B\\[38;5;16;48;5;231m([ █▀▄]+)\u001B\\[0m");
    private static final int QUIET = 4;

    @TempDir
    Path data;

    @TempDir
    Path scratch;

    /** Runs a program of the image at a terminal of its own, which util-linux's script makes. */
    private Process atTerminal(Path screen, String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null");
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/bin:/bin", "TERM", "xterm-256color", "LANG", "C.UTF-8", "SHELL", "/bin/sh"));
        return builder.redirectErrorStream(true).redirectOutput(screen.toFile()).start();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** What a camera would see: black on white, whatever the terminal's own colours are. */
    private static String decode(String screen) throws Exception {
        List<String> rows =
                BLOCKS.matcher(screen).results().map(row -> row.group(1)).toList();
        int size = rows.getFirst().length();
        BitMatrix matrix = new BitMatrix(size - 2 * QUIET);
        for (int y = QUIET; y < size - QUIET; y++) {
            for (int x = QUIET; x < size - QUIET; x++) {
                char half = rows.get(y / 2).charAt(x);
                if (half == '█' || half == (y % 2 == 0 ? '▀' : '▄')) {
                    matrix.set(x - QUIET, y - QUIET);
                }
            }
        }
        return new Decoder().decode(matrix).getText();
    }

    private static Invite shown(String screen) {
        Matcher link = LINK.matcher(screen);
        assertThat(link.find()).as(screen).isTrue();
        return Invite.parse(link.group()).orElseThrow();
    }

    private static Role role(Invite invite) throws Exception {
        ConnectionSettings settings =
                ConnectionSettings.pinned(invite.fingerprint()).withKey(invite.key());
        try (WirephotoClient client = WirephotoClient.connect(invite.address(), settings)) {
            return client.serverInfo().role();
        }
    }

    @Test
    void aPersonAtATerminalIsShownAnInviteThatOthersCanScan() throws Exception {
        Path screen = scratch.resolve("screen");
        Path pid = data.resolve("lock");
        Process terminal = atTerminal(
                screen,
                Image.program("wirephoto-server") + " serve --port 0 --bind 127.0.0.1 --announce none --data " + data);
        try {
            await(() -> Files.readString(screen).contains("wirephoto join"));
            Invite invite = shown(Files.readString(screen));
            assertThat(decode(Files.readString(screen))).isEqualTo(invite.link());
            assertThat(role(invite)).isEqualTo(Role.CONTRIBUTOR);
            assertThat(Files.readString(screen))
                    .contains(invite.fingerprint().grouped().substring(0, 39));

            Path second = scratch.resolve("second");
            Process inviting = atTerminal(
                    second, Image.program("wirephoto-server") + " invite --role viewer --label Vera --data " + data);
            assertThat(inviting.waitFor(30, TimeUnit.SECONDS)).isTrue();
            Invite another = shown(Files.readString(second));
            assertThat(decode(Files.readString(second))).isEqualTo(another.link());
            assertThat(role(another)).isEqualTo(Role.VIEWER);

            Invite local =
                    Invite.parse(Files.readString(data.resolve("local-invite"))).orElseThrow();
            assertThat(role(local)).isEqualTo(Role.CURATOR);
        } finally {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroy);
            assertThat(terminal.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(terminal.exitValue()).isZero();
    }

    @Test
    void aPipeIsToldHowToMakeAnInviteAndGetsNoSecret() throws Exception {
        String output;
        try (ServerProcess server = ServerProcess.start(data, Map.of())) {
            Path file = scratch.resolve("invite");
            Image.Outcome refused =
                    Image.run(scratch, "wirephoto-server", Map.of(), "invite", "--data", data.toString());
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output()).isEmpty();
            assertThat(refused.errors()).contains("--output FILE");
            String[] arguments = {"invite", "--data", data.toString(), "--output", file.toString()};
            assertThat(Image.run(scratch, "wirephoto-server", Map.of(), arguments)
                            .exitCode())
                    .isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(role(Invite.parse(Files.readString(file)).orElseThrow())).isEqualTo(Role.CONTRIBUTOR);
            assertThat(server.stop()).isZero();
            output = server.output();
        }
        assertThat(output)
                .contains("To make one:  wirephoto-server invite --data " + data)
                .doesNotContain("wirephoto://", "█");
        String link = Files.readString(data.resolve("local-invite"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("local-invite"))))
                .isEqualTo("rw-------");
        assertThat(output).doesNotContain(Invite.parse(link).orElseThrow().key().text());
        assertThat(Files.readString(data.resolve("access-keys")).lines().filter(line -> line.startsWith("id=")))
                .as("this machine's, and the one that was asked for")
                .hasSize(2);
    }
}
