package org.wirephoto.client;

import java.util.List;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/**
 * A server that was found on the network. Anyone there can announce anything: who it really is shows when one connects.
 *
 * @param name what it is called, safe to show
 * @param addresses where it can be reached, the best first; at least one
 * @param fingerprintPrefix the first 16 digits of its fingerprint; empty where it speaks plain or does not say
 * @param keyNeeded whether it asks for a key
 * @param version the highest version of the protocol that it speaks
 */
public record FoundServer(
        String name, List<ServerAddress> addresses, String fingerprintPrefix, boolean keyNeeded, int version) {
    /**
     * Checks that it can be reached.
     *
     * @throws IllegalArgumentException if there is no address
     */
    public FoundServer {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address of " + name);
        }
    }

    /** The address to try first. */
    public ServerAddress address() {
        return addresses.getFirst();
    }

    /** Whether it says that it is the server of this fingerprint. */
    public boolean claims(Fingerprint fingerprint) {
        return !fingerprintPrefix.isEmpty() && fingerprint.hex().startsWith(fingerprintPrefix);
    }
}
