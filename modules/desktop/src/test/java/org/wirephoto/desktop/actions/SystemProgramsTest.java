package org.wirephoto.desktop.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.desktop.session.Trouble;

class SystemProgramsTest {
    private static final Path FILE = Path.of("/pictures/beach.png");

    private final TestWork work = new TestWork();
    private final List<Trouble> told = new ArrayList<>();

    private void open(String... opener) {
        new SystemPrograms(List.of(opener), work, told::add).open(FILE);
        work.doAll();
    }

    @Test
    void thatAreMissingAreTold() {
        open("/nowhere/at/all");

        assertThat(told).singleElement().satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo(Trouble.Kind.NO_PROGRAM);
            assertThat(trouble.sentence()).isEqualTo(FILE.toString());
        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void thatKnowNoProgramForTheFileAreTold() {
        open("false");

        assertThat(told).extracting(Trouble::kind).containsExactly(Trouble.Kind.NO_PROGRAM);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void thatOpenTheFileSayNothing() {
        open("true");

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Linux, xdg-open", "Mac OS X, open", "Windows 11, explorer"})
    void areTheOnesOfTheSystem(String system, String program) {
        assertThat(SystemPrograms.opener(system)).containsExactly(program);
    }
}
