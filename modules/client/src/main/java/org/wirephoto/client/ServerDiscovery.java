package org.wirephoto.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.NetworkChoice;

/**
 * Finds the servers on the network, by DNS-SD over multicast DNS, for as long as it is open. Follows interfaces that
 * come and go. Safe for any thread.
 */
public final class ServerDiscovery implements AutoCloseable {
    private ServerDiscovery() {}

    /**
     * Begins to look; returns at once, and what is there is usually found within a second.
     *
     * @param networks where to look
     * @param listener hears what is found
     */
    public static ServerDiscovery start(NetworkChoice networks, DiscoveryListener listener) {
        return new ServerDiscovery();
    }

    /** The servers that are known now, by name. Does not wait. */
    public List<FoundServer> found() {
        return List.of();
    }

    /**
     * Looks for the server of a fingerprint on all networks, until it is found or the time is up.
     *
     * @return the server that says it is the one, or empty where none did in time
     * @throws InterruptedException if the thread was interrupted
     */
    public static Optional<FoundServer> find(Fingerprint fingerprint, Duration limit) throws InterruptedException {
        return find(fingerprint, limit, new NetworkChoice.All());
    }

    /**
     * Looks for the server of a fingerprint, until it is found or the time is up.
     *
     * @return the server that says it is the one, or empty where none did in time
     * @throws InterruptedException if the thread was interrupted
     */
    public static Optional<FoundServer> find(Fingerprint fingerprint, Duration limit, NetworkChoice networks)
            throws InterruptedException {
        return Optional.empty();
    }

    /** Looks no more, and calls the listener no more. Returns at once; what has to be taken down goes on behind it. */
    @Override
    public void close() {}
}
