package org.wirephoto.server;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.stream.Stream;
import org.wirephoto.library.Finding;
import org.wirephoto.library.MaintenanceListener;
import org.wirephoto.protocol.PeerText;

/** Shows a person how maintenance goes on: each finding on a line, and a progress bar on a terminal. One thread's. */
final class MaintenanceConsole implements MaintenanceListener {
    private static final int BAR = 24;
    private static final int WIDTH = 78;
    private static final int LONGEST = 400;
    private static final int PERCENT = 100;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private volatile boolean cancelled;
    private boolean drawn;
    private long next = System.nanoTime();

    /**
     * A console.
     *
     * @param out where findings go
     * @param err where the bar goes
     * @param terminal whether somebody watches
     */
    MaintenanceConsole(PrintWriter out, PrintWriter err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Whether a person sees what is printed, as it is printed. */
    static boolean isTerminal() {
        return Stream.ofNullable(System.console()).anyMatch(Console::isTerminal); // JDK 25 gives null again
    }

    /** Ends the work soon; from any thread. */
    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean progressed(Progress progress) {
        if (terminal && System.nanoTime() - next >= 0) {
            next = System.nanoTime() + REDRAW_NANOS;
            draw(progress);
        }
        return !cancelled;
    }

    private void draw(Progress progress) {
        double part = progress.total() <= 0 ? 0 : Math.clamp((double) progress.done() / progress.total(), 0, 1);
        int full = (int) (part * BAR);
        String head = String.format(
                "[%s%s] %3d %% of %s  ",
                "#".repeat(full), " ".repeat(BAR - full), (int) (part * PERCENT), Quantities.show(progress.total()));
        String item = PeerText.safe(progress.item(), Math.max(1, WIDTH - head.length()));
        err.print("\r" + head + item + " ".repeat(Math.max(0, WIDTH - head.length() - item.length())));
        err.flush();
        drawn = true;
    }

    /** Takes the bar away. */
    void clear() {
        if (drawn) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
            drawn = false;
        }
    }

    @Override
    public void found(Finding finding) {
        clear();
        String suggestion = finding.suggestion()
                .map(name -> " It could be called " + PeerText.safe(name, LONGEST) + ".")
                .orElse("");
        out.println(PeerText.safe(finding.subject(), LONGEST) + ": " + finding.code() + ": "
                + PeerText.safe(finding.sentence(), LONGEST) + suggestion);
        out.flush();
    }
}
