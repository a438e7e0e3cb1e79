package org.wirephoto.client;

import java.time.Duration;
import java.util.Optional;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;

/**
 * How a client reaches its server. Start with {@link #pinned} or {@link #plain} and change what differs:
 * more settings will come.
 *
 * @param trust whom to talk to
 * @param key what the server knows this client by; empty where none is needed
 * @param agent what the client calls itself
 * @param times how long to wait for what
 * @param transfers how many images may be sent and fetched at once, 1 to 64
 * @param retry how long to go on after a connection was lost
 * @param finder where else to look for a pinned server that can't be reached at its address
 */
public record ConnectionSettings(
        Trust trust,
        Optional<AccessKey> key,
        String agent,
        ConnectionTimes times,
        int transfers,
        RetryPolicy retry,
        ServerFinder finder) {
    private static final int MOST_TRANSFERS = 64;

    /**
     * Checks the number of transfers.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public ConnectionSettings {
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
                ConnectionTimes.standard(),
                4,
                RetryPolicy.standard(),
                ServerFinder.none());
    }

    /** These settings with another key. */
    public ConnectionSettings withKey(AccessKey other) {
        return new ConnectionSettings(trust, Optional.of(other), agent, times, transfers, retry, finder);
    }

    /** These settings with another name for the client. */
    public ConnectionSettings withAgent(String other) {
        return new ConnectionSettings(trust, key, other, times, transfers, retry, finder);
    }

    /** These settings with other times. */
    public ConnectionSettings withTimes(ConnectionTimes other) {
        return new ConnectionSettings(trust, key, agent, other, transfers, retry, finder);
    }

    /** These settings with another limit for finding the server, connecting and its first answer. */
    public ConnectionSettings withConnectTimeout(Duration other) {
        return withTimes(times.withConnect(other));
    }

    /** These settings with another limit for an answer. */
    public ConnectionSettings withReplyTimeout(Duration other) {
        return withTimes(times.withReply(other));
    }

    /** These settings with another number of transfers at once. */
    public ConnectionSettings withTransfers(int other) {
        return new ConnectionSettings(trust, key, agent, times, other, retry, finder);
    }

    /** These settings with another patience after a connection was lost. */
    public ConnectionSettings withRetry(RetryPolicy other) {
        return new ConnectionSettings(trust, key, agent, times, transfers, other, finder);
    }

    /** These settings with another way to look for a pinned server that can't be reached at its address. */
    public ConnectionSettings withFinder(ServerFinder other) {
        return new ConnectionSettings(trust, key, agent, times, transfers, retry, other);
    }

    /** Leaves the key out: it must reach no log. */
    @Override
    public String toString() {
        return "ConnectionSettings[" + trust + ", agent=" + agent + ", transfers=" + transfers + ", retry=" + retry
                + "]";
    }
}
