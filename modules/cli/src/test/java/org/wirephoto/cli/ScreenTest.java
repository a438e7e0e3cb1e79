package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Screen screen(Terminal terminal) {
        StandardOutput both = new StandardOutput(bytes, StandardCharsets.UTF_8);
        return new Screen(new Host(
                InputStream.nullInputStream(),
                Scene.NOTHING_HIDDEN,
                both,
                both,
                terminal,
                Map.of(),
                Scene.CLOCK,
                Path.of("")));
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Terminal bars(boolean colour) {
        return new Terminal(true, true, true, colour, () -> 80);
    }

    @Test
    void linesStandAboveTheBarsWhichAreDrawnAgain() {
        Screen screen = screen(bars(false));
        screen.draw(List.of("one", "two"));
        screen.say("text");
        screen.draw(List.of("three"));
        screen.draw(List.of());
        screen.note("end");
        assertThat(written())
                .isEqualTo("one\ntwo" + "\r\u001b[A\u001b[J" + "text\n" + "one\ntwo" + "\r\u001b[A\u001b[J" + "three"
                        + "\r\u001b[J" + "end\n");
    }

    @Test
    void barsAreGreenWhereColoursAreWanted() {
        screen(bars(true)).draw(List.of("a ━━── 50%"));
        assertThat(written()).isEqualTo("a \u001b[32m━━\u001b[0m── 50%");
    }

    @Test
    void aPipeGetsNoBars() {
        Screen screen = screen(Terminal.none());
        try (Screen.Progress progress = screen.progress(1, OptionalLong.of(10));
                ProgressBars.Bar bar = progress.bars().begin("a.png")) {
            bar.progress(5, 10);
            screen.draw(progress.bars().lines(80));
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void aTerminalThatShowsTheLogGetsNoBars() {
        Screen screen = screen(bars(false));
        screen.withoutBars();
        try (Screen.Progress progress = screen.progress(1, OptionalLong.of(10));
                ProgressBars.Bar bar = progress.bars().begin("a.png")) {
            bar.progress(5, 10);
            screen.draw(progress.bars().lines(80));
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void aTerminalGetsBarsThatVanish() throws Exception {
        Screen screen = screen(bars(false));
        try (Screen.Progress progress = screen.progress(1, OptionalLong.of(10));
                ProgressBars.Bar bar = progress.bars().begin("a.png")) {
            bar.progress(5, 10);
            awaitBar();
        }
        assertThat(written()).contains("a.png", " 50%").endsWith("\r\u001b[J");
    }

    private void awaitBar() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!written().contains("50%")) {
            assertThat(System.nanoTime()).as("no bar was drawn").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe, true", "No space left on device, false"})
    void knowsAReaderThatIsGoneFromADiskThatIsFull(String fault, boolean readerGone) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(fault);
            }
        };
        StandardOutput out = new StandardOutput(broken, StandardCharsets.UTF_8);
        Screen screen = new Screen(new Host(
                InputStream.nullInputStream(),
                Scene.NOTHING_HIDDEN,
                out,
                out,
                Terminal.none(),
                Map.of(),
                Scene.CLOCK,
                Path.of("")));
        assertThat(screen.outputGone()).isFalse();
        screen.say("text");
        assertThat(screen.outputGone()).isTrue();
        assertThat(screen.readerGone()).isEqualTo(readerGone);
    }
}
