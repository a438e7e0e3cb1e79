package org.wirephoto.client;

import java.time.Duration;
import java.util.Optional;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Limits;

/**
 * How a client reaches its server. Start with {@link #pinned} or {@link #plain} and change what differs: more settings will come.
 *
 * @param trust whom to talk to
 * @param key what the server knows this client by; empty where none is needed
 * @param agent what the client calls itself
 * @param connectTimeout the most that finding the server, connecting and its first answer may each take
 * @param replyTimeout the most that an answer may take
 * @param stallTimeout the most that a transfer may go on below {@link Limits#SLOWEST_BYTES_PER_SECOND}
 * @param idleTimeout after how long a connection that nobody uses is closed
 * @param heartbeat how often the server shows a sign of life to a watcher
 * @param transfers how many images may be sent and fetched at once, 1 to 64
 * @param retry how long to go on after a connection was lost
 * @param finder where else to look for a pinned server that can't be reached at its address
 */
public record ConnectionSettings(
        Trust trust,
        Optional<AccessKey> key,
        String agent,
        Duration connectTimeout,
        Duration replyTimeout,
        Duration stallTimeout,
        Duration idleTimeout,
        Duration heartbeat,
        int transfers,
        RetryPolicy retry,
        ServerFinder finder) {
    private static final int MOST_TRANSFERS = 64;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a time is not above zero or the number of transfers is out of range
     */
    public ConnectionSettings {
        for (Duration time : new Duration[] {connectTimeout, replyTimeout, stallTimeout, idleTimeout, heartbeat}) {
            if (!time.isPositive()) {
                throw new IllegalArgumentException("a time-out of " + time);
            }
        }
        if (transfers < 1 || transfers > MOST_TRANSFERS) {
            throw new IllegalArgumentException(transfers + " transfers at once");
        }
    }

    /** TLS to the server of that fingerprint; no key, the protocol's times, four transfers at once. */
    public static ConnectionSettings pinned(Fingerprint fingerprint) {
        return of(new Trust.Pinned(fingerprint));
    }

    /** No TLS; no key, the protocol's times, four transfers at once. */
    public static ConnectionSettings plain() {
        return of(new Trust.Plain());
    }

    /** No key, the protocol's times, four transfers at once; no other place is looked at. */
    public static ConnectionSettings of(Trust trust) {
        return new ConnectionSettings(
                trust,
                Optional.empty(),
                "wirephoto-client",
                Duration.ofSeconds(10),
                Limits.REPLY_WAIT,
                Limits.STALL,
                Duration.ofMinutes(1),
                Limits.HEARTBEAT,
                4,
                RetryPolicy.standard(),
                ServerFinder.none());
    }

    /** These settings with another key. */
    public ConnectionSettings withKey(AccessKey other) {
        return new ConnectionSettings(
                trust,
                Optional.of(other),
                agent,
                connectTimeout,
                replyTimeout,
                stallTimeout,
                idleTimeout,
                heartbeat,
                transfers,
                retry,
                finder);
    }

    /** These settings with another name for the client. */
    public ConnectionSettings withAgent(String other) {
        return new ConnectionSettings(
                trust,
                key,
                other,
                connectTimeout,
                replyTimeout,
                stallTimeout,
                idleTimeout,
                heartbeat,
                transfers,
                retry,
                finder);
    }

    /** These settings with another limit for finding the server, connecting and its first answer. */
    public ConnectionSettings withConnectTimeout(Duration other) {
        return new ConnectionSettings(
                trust, key, agent, other, replyTimeout, stallTimeout, idleTimeout, heartbeat, transfers, retry, finder);
    }

    /** These settings with another limit for an answer. */
    public ConnectionSettings withReplyTimeout(Duration other) {
        return new ConnectionSettings(
                trust,
                key,
                agent,
                connectTimeout,
                other,
                stallTimeout,
                idleTimeout,
                heartbeat,
                transfers,
                retry,
                finder);
    }

    /** These settings with another number of transfers at once. */
    public ConnectionSettings withTransfers(int other) {
        return new ConnectionSettings(
                trust,
                key,
                agent,
                connectTimeout,
                replyTimeout,
                stallTimeout,
                idleTimeout,
                heartbeat,
                other,
                retry,
                finder);
    }

    /** These settings with another patience after a connection was lost. */
    public ConnectionSettings withRetry(RetryPolicy other) {
        return new ConnectionSettings(
                trust,
                key,
                agent,
                connectTimeout,
                replyTimeout,
                stallTimeout,
                idleTimeout,
                heartbeat,
                transfers,
                other,
                finder);
    }

    /** These settings with another way to look for a pinned server that can't be reached at its address. */
    public ConnectionSettings withFinder(ServerFinder other) {
        return new ConnectionSettings(
                trust,
                key,
                agent,
                connectTimeout,
                replyTimeout,
                stallTimeout,
                idleTimeout,
                heartbeat,
                transfers,
                retry,
                other);
    }

    /** Leaves the key out: it must reach no log. */
    @Override
    public String toString() {
        return "ConnectionSettings[" + trust + ", agent=" + agent + ", transfers=" + transfers + ", retry=" + retry
                + "]";
    }
}
