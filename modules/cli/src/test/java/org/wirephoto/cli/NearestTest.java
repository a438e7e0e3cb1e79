package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "lst, list",
        "lsit, list",
        "lists, list",
        "wacth, watch",
        "delete,",
        "x,",
        "fecth, fetch",
        "--mtach, --match",
        "ping, ping",
        "--, "
    })
    void guessesWhatAFewSlipsCanExplain(String typed, String meant) {
        assertThat(Nearest.to(typed, UsageTest.COMMANDS).or(() -> Nearest.to(typed, List.of("--match", "--sort"))))
                .isEqualTo(Optional.ofNullable(meant));
    }
}
