package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.protocol.Fingerprint;
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
     * @return where it may be, or empty where it was not found in time
     * @throws IOException if the network can't be searched
     */
    Optional<ServerAddress> find(Fingerprint fingerprint, Duration limit) throws IOException;

    /** Finds nothing, at once. */
    static ServerFinder none() {
        return (fingerprint, limit) -> Optional.empty();
    }
}
