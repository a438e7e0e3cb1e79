package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirephoto.cli.Scene.Outcome;

/** How the command line is read, without any server. */
class UsageTest {
    static final List<String> COMMANDS = List.of(
            "send",
            "fetch",
            "list",
            "show",
            "rename",
            "remove",
            "trash",
            "restore",
            "watch",
            "ping",
            "join",
            "servers",
            "invite",
            "doctor",
            "completion");

    @TempDir
    Path folder;

    private Outcome run(String... arguments) {
        return new Scene(folder, "localhost:1").run(arguments);
    }

    @Test
    void theHelpOfAllCanBeAskedForInTwoWays() {
        Outcome outcome = run("--help");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("Usage: wirephoto ").contains(ofFirstRank());
        assertThat(run("help").out()).isEqualTo(outcome.out());
    }

    static List<String> commands() {
        return COMMANDS;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithExamples(String command) {
        Outcome outcome = run((command + " --help").split(" "));
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .startsWith("Usage: wirephoto " + command)
                .containsPattern("Examples?:\n  .*wirephoto ")
                .doesNotContain("@|", "${");
        assertThat(run(("help " + command).split(" ")).out()).isEqualTo(outcome.out());
        assertThat(outcome.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    private static List<String> ofFirstRank() {
        return COMMANDS.stream().filter(command -> !command.contains(" ")).toList();
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        Outcome outcome = run();
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("Usage: wirephoto").contains("Commands:");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(run("--version").out()).matches("wirephoto [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n");
    }

    @Nested
    class Mistakes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "lst | There is no command lst. Did you mean list? | wirephoto --help",
                    "xyzzy | There is no command xyzzy. | wirephoto --help",
                    "list --mtach x | There is no option --mtach. Did you mean --match? | wirephoto list --help",
                    "show a.png b.png | There is one thing too many: b.png. | wirephoto show --help",
                    "show | NAME is missing. | wirephoto show --help",
                    "send | FILE is missing. | wirephoto send --help",
                    "rename | OLD is missing. | wirephoto rename --help",
                    "rename a.png | NEW is missing. | wirephoto rename --help",
                    "list --limit | --limit wants a value: N. | wirephoto list --help",
                    "list --limit many | --limit wants a whole number, and many is none. | wirephoto list --help",
                    "list --limit= | --limit wants a whole number, and an empty text is none. | wirephoto list --help",
                    "list --limit 9999999999999999999 | --limit can't be as much as 9999999999999999999. | wirephoto list --help",
                    "list --sort size | --sort can be name, newest, oldest, largest or taken, and not size. | wirephoto list --help",
                    "send -j x y.png | --jobs wants a whole number, and x is none. | wirephoto send --help",
                    "completion fish | SHELL can be bash or zsh, and not fish. | wirephoto completion --help",
                    "--server= list | An empty text is neither a joined server's name nor an address. Give HOST or HOST:PORT. | wirephoto list --help",
                    "list --limit 0 | --limit begins at 1. | wirephoto list --help",
                    "send -j 17 x.png | --jobs goes from 1 to 16. | wirephoto send --help",
                    "help lst | There is no command lst. Did you mean list? | wirephoto --help",
                    "--server a:b:c/d list | a:b:c/d is neither a joined server's name nor an address. Give HOST or HOST:PORT. | wirephoto list --help",
                })
        void areToldInOneSentence(String line, String sentence, String help) {
            assertThat(run(line.split(" ")))
                    .isEqualTo(new Outcome(2, "", sentence + "\nTo see how it goes: " + help + "\n"));
        }

        @Test
        void giveNoOrdersToATerminal() {
            assertThat(run("list", "x\u001b[31m").err()).startsWith("There is one thing too many: x\\u{1B}[31m.\n");
        }
    }

    @Test
    void theServerMayStandBeforeOrBehindTheCommand() {
        assertThat(run("--server", "localhost:2", "ping").err()).contains("localhost:2");
        assertThat(run("ping", "--server", "localhost:2").err()).contains("localhost:2");
        assertThat(run("ping").err()).contains("localhost:1");
    }

    @Nested
    class Completion {
        @Test
        void isAScriptThatBashCanRead() throws Exception {
            Outcome outcome = run("completion", "bash");
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.out())
                    .contains(ofFirstRank())
                    .contains("--fix-name", "(\"thumbnail\" \"preview\")", "complete -F");
            assertThat(run("completion", "zsh").out()).isEqualTo(outcome.out());
            Process bash =
                    new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
            try (var in = bash.getOutputStream()) {
                in.write(outcome.out().getBytes(StandardCharsets.UTF_8));
            }
            assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
        }

        @Test
        void isForShellsThatAreKnown() {
            assertThat(run("completion", "tcsh").exit()).isEqualTo(2);
        }
    }
}
