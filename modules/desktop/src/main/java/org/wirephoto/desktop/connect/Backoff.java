package org.wirephoto.desktop.connect;

/** How many seconds to wait before something is tried again: 2, 4, 8, 16, and 30 from then on. */
final class Backoff {
    private static final int FIRST = 2;
    private static final int LONGEST = 30;

    private int next = FIRST;

    int next() {
        int seconds = next;
        next = Math.min(LONGEST, next * 2);
        return seconds;
    }

    void reset() {
        next = FIRST;
    }
}
