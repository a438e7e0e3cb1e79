package org.wirephoto.server;

import java.time.Duration;

/** Times for tests: long ones that no test should wait for, and short ones for what a test is about. */
final class Fast {
    static final Duration LONG = Duration.ofSeconds(30);
    static final Duration SHORT = Duration.ofMillis(150);
    /** Enough for what a test has to say first, on a machine that is busy with others; then waited for. */
    static final Duration SOME = Duration.ofSeconds(2);

    private static final Duration LINGER = Duration.ofMillis(500);

    private Fast() {}

    /** Nothing happens by itself. */
    static Timings patient() {
        return new Timings(LONG, LONG, LONG, 1024, LONG, LINGER, LONG);
    }

    static Timings withIdle(Duration idle) {
        return new Timings(idle, LONG, LONG, 1024, LONG, LINGER, LONG);
    }

    static Timings withHello(Duration hello) {
        return new Timings(LONG, hello, LONG, 1024, LONG, LINGER, LONG);
    }

    static Timings withStall(Duration stall) {
        return new Timings(LONG, LONG, stall, 1024, LONG, LINGER, LONG);
    }

    static Timings withHeartbeat(Duration heartbeat) {
        return new Timings(LONG, LONG, LONG, 1024, heartbeat, LINGER, LONG);
    }
}
