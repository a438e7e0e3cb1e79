package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirephoto.library.Finding;
import org.wirephoto.library.MaintenanceListener.Progress;

class MaintenanceConsoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private MaintenanceConsole console(boolean terminal) {
        return new MaintenanceConsole(new PrintWriter(out), new PrintWriter(err), terminal);
    }

    @Test
    void drawsABarOnATerminal() {
        console(true).progressed(new Progress(512, 2048, "beach.png"));
        assertThat(err.toString()).startsWith("\r[######  ").contains("25 %", "2.0 KiB", "beach.png");
        assertThat(err.toString().length()).isLessThanOrEqualTo(80);
    }

    @Test
    void drawsNothingInAPipe() {
        console(false).progressed(new Progress(512, 2048, "beach.png"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void takesTheBarAwayBeforeAFinding() {
        MaintenanceConsole console = console(true);
        console.progressed(new Progress(0, 0, "x"));
        console.found(new Finding("image-missing", "beach.png", "Its bytes are gone.", Optional.empty()));
        assertThat(err.toString()).endsWith("\r");
        assertThat(out.toString()).isEqualToNormalizingNewlines("beach.png: image-missing: Its bytes are gone.\n");
    }

    @Test
    void letsNoNameGiveTheTerminalOrders() {
        MaintenanceConsole console = console(true);
        console.progressed(new Progress(1, 2, "a\u001b[2Jb\n"));
        console.found(new Finding("x", "a\u001b[2Jb\n\u202e", "Se\u0007e.", Optional.of("c\u001b.png")));
        assertThat(out.toString() + err).doesNotContain("\u001b", "\u0007", "\u202e");
        assertThat(out.toString()).hasLineCount(1).contains("It could be called");
    }

    @Test
    void stopsTheWorkOnceItIsCancelled() {
        MaintenanceConsole console = console(false);
        assertThat(console.progressed(new Progress(1, 2, ""))).isTrue();
        console.cancel();
        assertThat(console.progressed(new Progress(1, 2, ""))).isFalse();
    }
}
