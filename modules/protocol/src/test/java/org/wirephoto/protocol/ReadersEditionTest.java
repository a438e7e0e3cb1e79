package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/protocol.md tells client authors in tables is what the code does. */
class ReadersEditionTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*?) \\| (.*) \\|$");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    private final String page;

    ReadersEditionTest() throws IOException {
        page = Files.readString(Path.of("..", "..", "docs", "protocol.md"));
    }

    private Stream<MatchResult> rows(String heading) {
        int start = page.indexOf("\n## " + heading + "\n");
        assertThat(start).as(heading).isPositive();
        int end = page.indexOf("\n## ", start + 1);
        return ROW.matcher(page.substring(start, end)).results();
    }

    @Test
    void listsEveryErrorCodeAndWhetherTheConnectionGoesOn() {
        Map<String, Boolean> listed = new TreeMap<>();
        rows("Error codes").forEach(row -> {
            String word = row.group(1).replace("`", "");
            listed.put(word, row.group(2).endsWith("| closes"));
        });
        Map<String, Boolean> known = new TreeMap<>();
        for (ErrorCode code : ErrorCode.values()) {
            known.put(code.wire(), code.closes());
        }

        assertThat(listed).isEqualTo(known);
    }

    @Test
    void listsEveryTypeWithItsEndings() {
        Map<String, String> listed = new TreeMap<>();
        rows("Types")
                .forEach(row ->
                        WORD.matcher(row.group(1)).results().forEach(word -> listed.put(word.group(1), row.group(2))));
        Map<String, String> known = new TreeMap<>();
        for (ImageType type : ImageType.values()) {
            known.put(type.mediaType(), String.join(", ", type.extensions()));
        }

        assertThat(listed).isEqualTo(known);
    }

    @Test
    void showsOnlyRequestsThatAreUnderstood() {
        Stream<String> shown = Pattern.compile("(?m)^    > (.*)$")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(line -> !line.startsWith("upload,"));

        assertThat(shown)
                .hasSizeGreaterThan(4)
                .allSatisfy(line ->
                        assertThat(Command.parse(Wire.line(line))).isInstanceOf(CommandResult.Understood.class));
    }
}
