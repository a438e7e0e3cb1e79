package org.wirephoto.client;

import java.time.Duration;
import org.wirephoto.protocol.Limits;

/**
 * How long a client waits for what. Start with {@link #standard} and change what differs.
 *
 * @param connect the most that finding the server, connecting and its first answer may each take
 * @param reply the most that an answer may take
 * @param stall the most that a transfer may go on below {@link Limits#SLOWEST_BYTES_PER_SECOND}
 * @param idle after how long a connection that nobody uses is closed
 * @param heartbeat how often the server shows a sign of life to a watcher
 */
public record ConnectionTimes(Duration connect, Duration reply, Duration stall, Duration idle, Duration heartbeat) {
    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if one is not above zero
     */
    public ConnectionTimes {
        for (Duration time : new Duration[] {connect, reply, stall, idle, heartbeat}) {
            if (!time.isPositive()) {
                throw new IllegalArgumentException("a time-out of " + time);
            }
        }
    }

    /** The protocol's times; ten seconds to connect, a minute until an idle connection is closed. */
    public static ConnectionTimes standard() {
        return new ConnectionTimes(
                Duration.ofSeconds(10), Limits.REPLY_WAIT, Limits.STALL, Duration.ofMinutes(1), Limits.HEARTBEAT);
    }

    /** These times with another limit for finding the server, connecting and its first answer. */
    public ConnectionTimes withConnect(Duration other) {
        return new ConnectionTimes(other, reply, stall, idle, heartbeat);
    }

    /** These times with another limit for an answer. */
    public ConnectionTimes withReply(Duration other) {
        return new ConnectionTimes(connect, other, stall, idle, heartbeat);
    }

    /** These times with another limit for a transfer that hardly moves. */
    public ConnectionTimes withStall(Duration other) {
        return new ConnectionTimes(connect, reply, other, idle, heartbeat);
    }

    /** These times with another time until a connection that nobody uses is closed. */
    public ConnectionTimes withIdle(Duration other) {
        return new ConnectionTimes(connect, reply, stall, other, heartbeat);
    }

    /** These times with another pause between two signs of life. */
    public ConnectionTimes withHeartbeat(Duration other) {
        return new ConnectionTimes(connect, reply, stall, idle, other);
    }
}
