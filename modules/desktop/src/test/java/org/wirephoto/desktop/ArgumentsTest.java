package org.wirephoto.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private static Arguments parse(String line) throws Arguments.UsageException {
        return Arguments.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    @Test
    void withoutAnyThePersonChooses() throws Exception {
        assertThat(parse("").measure()).isFalse();
        assertThat(parse("").question()).isEmpty();
    }

    @Test
    void optionsComeInAnyOrder() throws Exception {
        Arguments arguments = parse("--measure --plain --draw-samples here");
        assertThat(arguments.measure()).isTrue();
        assertThat(arguments.plain()).isTrue();
        assertThat(arguments.samples()).contains(Path.of("here"));
        assertThat(parse("-h").question()).contains(Arguments.Question.HELP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "--server", "--draw-samples", "--plain=yes"})
    void whatMakesNoSenseIsToldInASentence(String line) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(Arguments.UsageException.class)
                .message()
                .endsWith(".");
    }
}
