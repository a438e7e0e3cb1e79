package org.wirephoto.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one that writes to standard output and error output, so that lines of text and progress bars do not get into
 * each other's way. Safe for any thread.
 */
final class Screen {
    private static final Duration REDRAW = Duration.ofMillis(100);
    /** Transfers that are over before that never show a bar. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final String UP = "\u001b[A";
    private static final String CLEAR = "\u001b[J";
    private static final String GREEN = "\u001b[32m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final Host host;
    private final StandardOutput out;
    private final PrintStream err;
    private final Terminal terminal;
    private volatile boolean bars;
    private List<String> drawn = List.of();

    Screen(Host host) {
        this.host = host;
        this.out = host.out();
        this.err = host.err();
        this.terminal = host.terminal();
        this.bars = terminal.bars();
    }

    /** Writes a line of what was asked for. */
    synchronized void say(String line) {
        above(out, line);
    }

    /** Writes a line that tells of a problem, or of anything else that does not belong into a pipe. */
    synchronized void note(String line) {
        above(err, line);
    }

    /** The line as the heading of what follows. */
    String heading(String line) {
        return terminal.colour() ? BOLD + line + PLAIN : line;
    }

    /** Writes the beginning of a line that a person ends. */
    synchronized void ask(String question) {
        err.print(question);
        err.flush();
    }

    /** Whether there is no sense any more in writing to standard output. */
    boolean outputGone() {
        return out.checkError();
    }

    /** Whether that is because whoever read it has read enough. */
    boolean readerGone() {
        return out.readerGone();
    }

    /** Draws no bars from now on: the log, say, is written to the same place. */
    void withoutBars() {
        bars = false;
    }

    /** Shows what is under way until it is closed; on anything but a terminal, nothing is shown. */
    Progress progress(int count, OptionalLong totalBytes) {
        ProgressBars shown = new ProgressBars(count, totalBytes, host.clock());
        if (!bars) {
            return new Progress(shown, () -> {});
        }
        AtomicReference<Integer> columns = new AtomicReference<>();
        ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("wirephoto-progress").factory());
        ScheduledFuture<?> painting = painter.scheduleAtFixedRate(
                () -> draw(shown.lines(columns.updateAndGet(known -> known == null ? terminal.columns() : known))),
                PATIENCE.toMillis(),
                REDRAW.toMillis(),
                TimeUnit.MILLISECONDS);
        return new Progress(shown, () -> {
            painting.cancel(false);
            painter.shutdown();
            draw(List.of());
        });
    }

    /** Draws these lines in place of those that were drawn before, where bars are wanted at all. */
    synchronized void draw(List<String> lines) {
        if (!bars || (lines.isEmpty() && drawn.isEmpty())) {
            return;
        }
        err.print(wipe() + String.join("\n", lines.stream().map(this::tint).toList()));
        err.flush();
        drawn = List.copyOf(lines);
    }

    private void above(PrintStream stream, String line) {
        if (drawn.isEmpty()) {
            stream.println(line);
            stream.flush();
            return;
        }
        List<String> lines = drawn;
        draw(List.of());
        stream.println(line);
        stream.flush();
        draw(lines);
    }

    private String wipe() {
        return drawn.isEmpty() ? "" : "\r" + UP.repeat(drawn.size() - 1) + CLEAR;
    }

    private String tint(String line) {
        return terminal.colour() ? line.replaceFirst("━+", GREEN + "$0" + PLAIN) : line;
    }

    /**
     * Bars on the screen.
     *
     * @param bars the lines
     * @param end takes them away
     */
    record Progress(ProgressBars bars, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
