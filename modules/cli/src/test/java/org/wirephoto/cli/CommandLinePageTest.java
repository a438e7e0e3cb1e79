package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/command-line.md} says of the commands is what they say themselves. */
class CommandLinePageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "command-line.md");

    @TempDir
    Path folder;

    static List<String> commands() {
        return UsageTest.COMMANDS;
    }

    private static String page() throws IOException {
        return Files.readString(PAGE).replace("\r\n", "\n");
    }

    private String help(String... arguments) {
        return new Scene(folder, "localhost:1").run(arguments).out();
    }

    @Test
    void hasTheHelpOfAll() throws IOException {
        assertThat(page()).contains("```text\n" + help("--help") + "```\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void hasTheHelpOfEachCommandUnderItsName(String command) throws IOException {
        assertThat(page())
                .contains("\n### " + command + "\n\n```text\n" + help((command + " --help").split(" ")) + "```\n");
    }

    @Test
    void hasEveryExitCode() throws IOException {
        List<Integer> codes = Pattern.compile("^\\| (\\d+) \\|", Pattern.MULTILINE)
                .matcher(page())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        assertThat(codes)
                .containsExactlyElementsOf(
                        Arrays.stream(ExitCode.values()).map(ExitCode::number).toList());
    }

    @Test
    void hasEveryErrorCodeOfThisProgramsOwn() throws IOException {
        List<String> own = ownCodes(Files.readString(Path.of("src/main/java/org/wirephoto/cli/Failure.java")));
        assertThat(own).hasSizeGreaterThan(5);
        assertThat(page()).contains(own.stream().map(code -> "`" + code + "`").toList());
    }

    private static List<String> ownCodes(String source) {
        return Pattern.compile("ExitCode\\.[A-Z]+,\\s+\"([a-z-]+)\"")
                .matcher(source)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }
}
