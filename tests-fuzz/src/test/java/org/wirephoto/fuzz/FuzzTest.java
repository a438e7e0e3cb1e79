package org.wirephoto.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs each target in a process of its own under Jazzer (https://github.com/CodeIntelligenceTesting/jazzer). The short
 * run has a fixed seed and a fixed number of inputs, so that it finds the same each time; {@code -Dfuzz.seconds=600}
 * makes it a long one.
 */
class FuzzTest {
    private static final long SECONDS = Long.getLong("fuzz.seconds", 0);
    private static final long MARGIN = 120;
    private static final Path FOLDER = Path.of(System.getProperty("fuzz.folder", "target/fuzz"));

    @ParameterizedTest
    @CsvSource({
        "org.wirephoto.protocol.LineFuzz, 4095, 60000",
        "org.wirephoto.protocol.InviteFuzz, 1100, 60000",
        "org.wirephoto.server.KeyListFuzz, 2000, 20000",
        "org.wirephoto.server.HelloFuzz, 5000, 400",
    })
    void findsNothing(String target, int longest, long inputs) throws Exception {
        Path folder = FOLDER.resolve(target);
        Files.createDirectories(folder.resolve("corpus"));
        if (SECONDS == 0) {
            forget(folder.resolve("corpus"));
        }
        Process process = start(target, longest, inputs, folder);
        try {
            boolean ended = process.waitFor(SECONDS + MARGIN, TimeUnit.SECONDS);

            assertThat(ended).as("%s ended in time", target).isTrue();
            assertThat(process.exitValue())
                    .as("%s, whose log is %s", target, tail(folder.resolve("log")))
                    .isZero();
            assertThat(folder.resolve("log")).content().contains("Done ");
        } finally {
            process.destroyForcibly();
        }
    }

    /** What an earlier run found would make this one another. */
    private static void forget(Path corpus) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(corpus)) {
            for (Path input : found) {
                Files.delete(input);
            }
        }
    }

    private static Process start(String target, int longest, long inputs, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlog4j2.statusLoggerLevel=OFF",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=org.wirephoto.**",
                "--custom_hook_includes=org.wirephoto.**",
                // The target that talks to a server of its own means to.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_len=" + longest,
                "-timeout=20",
                "-rss_limit_mb=0"));
        command.add(SECONDS > 0 ? "-max_total_time=" + SECONDS : "-runs=" + inputs);
        if (SECONDS == 0) {
            command.add("-seed=1");
        }
        command.add(folder.resolve("corpus").toString()); // the first folder is where it writes what it found
        command.add(seeds(target));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static String seeds(String target) {
        return Path.of("src/test/resources/seeds", target.substring(target.lastIndexOf('.') + 1))
                .toAbsolutePath()
                .toString();
    }

    private static String tail(Path log) throws IOException {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        return text.substring(Math.max(0, text.length() - 4000));
    }
}
