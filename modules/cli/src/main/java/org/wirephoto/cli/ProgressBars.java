package org.wirephoto.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.wirephoto.client.ProgressListener;

/** What is under way, and how far it is: one line for each transfer, and one for all where there are several. */
final class ProgressBars {
    private static final String FULL = "━";
    private static final String EMPTY = "─";
    private static final int NARROWEST_LABEL = 10;
    private static final int WIDEST_LABEL = 30;
    private static final int FIGURES = 42;
    private static final int PERCENT = 4;
    private static final int GAPS = 4;
    private static final int SHORTEST_BAR = 8;

    private final int count;
    private final OptionalLong totalBytes;
    private final Clock clock;
    private final List<Bar> active = new ArrayList<>();
    private final RateMeter rate = new RateMeter();
    private int longestLabel = NARROWEST_LABEL;
    private int finished;
    private long finishedBytes;

    /**
     * Nothing under way yet.
     *
     * @param count how many transfers there will be
     * @param totalBytes their bytes, where they are known beforehand
     */
    ProgressBars(int count, OptionalLong totalBytes, Clock clock) {
        this.count = count;
        this.totalBytes = totalBytes;
        this.clock = clock;
        rate.note(clock.instant(), 0);
    }

    /** Begins a line. */
    synchronized Bar begin(String label) {
        Bar bar = new Bar(label);
        active.add(bar);
        return bar;
    }

    /** The lines as they are now, each of fewer than this many columns. */
    synchronized List<String> lines(int columns) {
        List<String> lines = new ArrayList<>();
        int labels = labelColumns(columns);
        for (Bar bar : active) {
            lines.add(line(bar.label, bar.state(), labels, columns));
        }
        if (count > 1) {
            lines.add(line(finished + " of " + count, total(), labels, columns));
        }
        return lines;
    }

    /** How far something is: {@code total} is 0 where it is not known. */
    private record State(long done, long total, double fraction, RateMeter rate) {}

    private State total() {
        long done = finishedBytes + active.stream().mapToLong(bar -> bar.done).sum();
        rate.note(clock.instant(), done);
        if (totalBytes.isPresent()) {
            long total = totalBytes.getAsLong();
            return new State(done, total, fraction(done, total), rate);
        }
        double partly = active.stream()
                .mapToDouble(bar -> fraction(bar.done, bar.total))
                .sum();
        return new State(done, 0, (finished + partly) / count, rate);
    }

    /** As many as the longest label so far needs, if the figures have room beside it. */
    private int labelColumns(int columns) {
        for (Bar bar : active) {
            longestLabel = Math.max(longestLabel, TextWidth.of(bar.label));
        }
        int room = Math.max(NARROWEST_LABEL, columns - 1 - SHORTEST_BAR - PERCENT - GAPS - FIGURES - 2);
        return Math.min(Math.min(WIDEST_LABEL, room), longestLabel);
    }

    private static double fraction(long done, long total) {
        return total <= 0 ? 0 : Math.min(1, (double) done / total);
    }

    private String line(String label, State state, int labels, int columns) {
        String shown = TextWidth.pad(TextWidth.fit(label, labels), labels, false);
        String figures = figures(state);
        int room = columns - 1 - labels - PERCENT - GAPS;
        if (room < SHORTEST_BAR) {
            return TextWidth.fit(shown, columns - 1);
        }
        int bar = room - FIGURES - 2 >= SHORTEST_BAR ? room - FIGURES - 2 : room;
        int full = (int) (bar * state.fraction());
        String line = shown + "  " + FULL.repeat(full) + EMPTY.repeat(bar - full) + "  "
                + TextWidth.pad((int) (100 * state.fraction()) + "%", PERCENT, true);
        return bar == room ? line : line + "  " + figures;
    }

    private String figures(State state) {
        String size = state.total() > 0
                ? Wording.size(state.done()) + " of " + Wording.size(state.total())
                : Wording.size(state.done());
        return state.rate()
                .bytesPerSecond(clock.instant())
                .map(perSecond -> size + "  " + Wording.rate(perSecond) + left(state, perSecond))
                .orElse(size);
    }

    private static String left(State state, double perSecond) {
        if (state.total() <= state.done() || perSecond < 1) {
            return "";
        }
        double seconds = (state.total() - state.done()) / perSecond;
        return "  " + Wording.clock(Duration.ofSeconds((long) Math.ceil(seconds))) + " left";
    }

    /** One transfer's line, until it is closed. */
    final class Bar implements ProgressListener, AutoCloseable {
        private final String label;
        private final RateMeter ownRate = new RateMeter();
        private long done;
        private long total;

        private Bar(String label) {
            this.label = label;
        }

        @Override
        public void progress(long nowDone, long nowTotal) {
            Instant now = clock.instant();
            synchronized (ProgressBars.this) {
                done = nowDone;
                total = nowTotal;
                ownRate.note(now, nowDone);
            }
        }

        private State state() {
            return new State(done, total, fraction(done, total), ownRate);
        }

        /** Takes the line away; what it stood for counts as done, however it ended. */
        @Override
        public void close() {
            synchronized (ProgressBars.this) {
                if (active.remove(this)) {
                    finished++;
                    finishedBytes += total;
                }
            }
        }
    }
}
