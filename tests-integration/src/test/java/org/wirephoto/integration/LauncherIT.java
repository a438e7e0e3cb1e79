package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the source tree, on a tree whose build and programs are stand-ins that say what was asked of them. */
class LauncherIT {
    private static final Path LAUNCHER =
            Image.home().resolve("../../../../wirephoto").normalize();
    private static final String PROGRAM = "#!/bin/sh\necho \"$(basename \"$0\") $*\"\n";

    @TempDir
    Path scratch;

    private Path tree;
    private Path tools;

    @BeforeEach
    void layOutATree() throws IOException {
        tree = Files.createDirectory(scratch.resolve("a source tree"));
        tools = Files.createDirectory(scratch.resolve("tools"));
        Files.copy(LAUNCHER, tree.resolve("wirephoto"));
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        Path bin = Files.createDirectories(tree.resolve("made/bin"));
        program(bin.resolve("wirephoto"), PROGRAM);
        program(bin.resolve("wirephoto-server"), PROGRAM);
        program(tools.resolve("mvn"), """
                #!/bin/sh
                echo "$*" >> builds
                mkdir -p runtime/server/target
                sleep 2
                cp -r made runtime/server/target/image
                touch runtime/server/target/image.stamp
                """);
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void buildsOnceForTwoCommandsAtOnceAndThenStartsThemBoth() throws Exception {
        Process serve = start("serve", "--port", "0");
        Process list = start("list");
        assertThat(output(serve)).contains("wirephoto-server serve --port 0");
        assertThat(output(list)).contains("wirephoto list");
        assertThat(builds()).hasSize(1);

        assertThat(output(start("server", "verify"))).isEqualTo("wirephoto-server verify\n");
        assertThat(builds()).as("nothing is older than its sources").hasSize(1);
        assertThat(tree.resolve("target/building")).doesNotExist();
    }

    @Test
    void explainsItselfAndEachCommand() throws Exception {
        assertThat(output(start("help"))).contains("serve", "test");
        assertThat(output(start("help", "send"))).endsWith("wirephoto help send\n");
    }

    @Test
    void aBuildThatFailsIsToldAndLeavesNothingLocked() throws Exception {
        program(tools.resolve("mvn"), "#!/bin/sh\necho '[ERROR] no such symbol'\nexit 1\n");
        Process list = start("list");
        assertThat(output(list)).contains("[ERROR] no such symbol", "target/build-image.log");
        assertThat(list.exitValue()).isEqualTo(2);
        assertThat(tree.resolve("target/building")).doesNotExist();
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(tree.resolve("builds"));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tree.resolve("wirephoto").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static String output(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
