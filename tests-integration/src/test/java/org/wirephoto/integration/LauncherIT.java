package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the source tree, on a tree whose build and programs are stand-ins that say what was asked of them. */
class LauncherIT {
    private static final Path LAUNCHER =
            Image.home().resolve("../../../../wirephoto").normalize();
    private static final String PROGRAM = "#!/bin/sh\necho \"$(basename \"$0\") $*\"\n";

    /** Listens, as far as a demo can tell, until it is stopped. */
    private static final String SERVER = """
            #!/bin/sh
            echo "$(basename "$0") $*"
            [ -n "${DEMO:-}" ] || exit 0
            echo "server $*" >> "$DEMO"
            while [ $# -gt 0 ]; do
              [ "$1" = --port-file ] && echo 4711 > "$2"
              shift
            done
            trap 'echo "server stopped" >> "$DEMO"; exit 0' TERM
            while :; do sleep 0.1; done
            """;

    private static final String DESKTOP = """
            #!/bin/sh
            echo "$(basename "$0") $*"
            [ -n "${DEMO:-}" ] || exit 0
            echo "desktop $*" >> "$DEMO"
            [ "$1" != --draw-samples ] || exit 0
            [ -z "${STAYS:-}" ] || while :; do sleep 0.1; done
            """;

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
        program(bin.resolve("wirephoto-server"), SERVER);
        program(bin.resolve("wirephoto-desktop"), DESKTOP);
        program(tools.resolve("mvn"), """
                #!/bin/sh
                echo "$*" >> builds
                sleep 2
                images=server
                case $* in *runtime/desktop*) images="server desktop" ;; esac
                for image in $images; do
                  mkdir -p runtime/$image/target
                  [ -d runtime/$image/target/image ] || cp -r made runtime/$image/target/image
                  touch runtime/$image/target/image.stamp
                done
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

    @Test
    void startsTheDesktopProgramWithoutBuildingItForAnyOther() throws Exception {
        assertThat(output(start("list"))).contains("wirephoto list");
        assertThat(builds())
                .hasSize(1)
                .first()
                .asString()
                .contains("runtime/server")
                .doesNotContain("desktop");
        assertThat(output(start("desktop", "--plain"))).contains("wirephoto-desktop --plain");
        assertThat(builds()).hasSize(2);

        Path source = Files.createDirectories(tree.resolve("modules/desktop/src/main"));
        Path edited = Files.writeString(source.resolve("New.java"), "");
        Files.setLastModifiedTime(edited, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(output(start("server", "verify"))).isEqualTo("wirephoto-server verify\n");
        assertThat(builds()).as("the server has nothing of the desktop program").hasSize(2);
        assertThat(output(start("desktop"))).contains("wirephoto-desktop");
        assertThat(builds()).hasSize(3);
    }

    @Test
    void aDemoEndsWithItsWindowAndLeavesNothingBehind() throws Exception {
        Path said = scratch.resolve("said");
        Path temp = Files.createDirectory(scratch.resolve("temp"));
        Process demo = start(Map.of("DEMO", said.toString(), "TMPDIR", temp.toString()), "demo");
        output(demo);
        assertThat(demo.exitValue()).isZero();
        assertThat(Files.readAllLines(said))
                .satisfiesExactly(
                        samples -> assertThat(samples).startsWith("desktop --draw-samples " + temp),
                        server -> assertThat(server).contains("--announce none", "--bind 127.0.0.1", "--data " + temp),
                        window -> assertThat(window).contains("--no-search", "--server 127.0.0.1:4711"),
                        end -> assertThat(end).isEqualTo("server stopped"));
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aDemoThatIsStoppedStopsBoth() throws Exception {
        Path said = scratch.resolve("said");
        Path temp = Files.createDirectory(scratch.resolve("temp"));
        Process demo = start(Map.of("DEMO", said.toString(), "TMPDIR", temp.toString(), "STAYS", "yes"), "demo");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.exists(said) || Files.readAllLines(said).size() < 3) {
            assertThat(System.nanoTime()).isLessThan(end);
            assertThat(demo.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        List<ProcessHandle> started = demo.descendants().toList();
        demo.destroy();
        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(143);
        assertThat(Files.readAllLines(said)).last().isEqualTo("server stopped");
        assertThat(temp).isEmptyDirectory();
        for (ProcessHandle process : started) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(tree.resolve("builds"));
    }

    private Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tree.resolve("wirephoto").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String output(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
