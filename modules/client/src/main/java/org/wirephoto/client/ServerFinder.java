package org.wirephoto.client;

import java.time.Duration;
import java.util.List;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.ServerAddress;

/**
 * Looks for a server that is no longer where it was. What it finds need not be right: whoever answers there has to
 * prove that it is the server that is trusted.
 */
@FunctionalInterface
public interface ServerFinder {
    /**
     * Looks for a server.
     *
     * @param fingerprint whom to look for
     * @param limit the longest to look
     * @return where it may be, the likeliest first; none where it was not found in time
     * @throws InterruptedException if the thread was interrupted
     */
    List<ServerAddress> find(Fingerprint fingerprint, Duration limit) throws InterruptedException;

    /** Finds nothing, at once. */
    static ServerFinder none() {
        return (fingerprint, limit) -> List.of();
    }

    /** Finds what announces itself on the network. */
    static ServerFinder on(NetworkChoice networks) {
        return (fingerprint, limit) -> ServerDiscovery.find(fingerprint, limit, networks)
                .map(FoundServer::addresses)
                .orElse(List.of());
    }
}
