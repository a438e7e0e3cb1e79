package org.wirephoto.server;

import java.time.Duration;
import org.wirephoto.protocol.Limits;

/**
 * How long a server waits, for what. None is without end.
 *
 * @param idle how long a connection may be silent while no reply is owed
 * @param hello how long a connection may take to say hello where keys are asked for
 * @param stall how long a peer may stay below {@code slowest}, or take nothing of a reply
 * @param slowest the slowest rate of a line or a body, in bytes a second
 * @param heartbeat how long a watcher hears nothing, at most
 * @param linger how long input is read and dropped after the output was ended
 * @param grace how long running exchanges may go on once the server stops
 */
record Timings(
        Duration idle,
        Duration hello,
        Duration stall,
        int slowest,
        Duration heartbeat,
        Duration linger,
        Duration grace) {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LONGEST_TICK = Duration.ofSeconds(1);
    private static final int TICKS_A_STALL = 10;

    /** The numbers of the protocol, and 10 seconds of grace. */
    static Timings defaults() {
        return new Timings(
                Limits.IDLE,
                Limits.STALL,
                Limits.STALL,
                Limits.SLOWEST_BYTES_PER_SECOND,
                Limits.HEARTBEAT,
                Limits.LINGER,
                GRACE);
    }

    /** How often to look for those that stall. */
    Duration tick() {
        Duration tick = stall.dividedBy(TICKS_A_STALL);
        return tick.compareTo(LONGEST_TICK) < 0 ? tick : LONGEST_TICK;
    }
}
