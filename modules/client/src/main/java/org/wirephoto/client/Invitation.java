package org.wirephoto.client;

import org.wirephoto.protocol.ServerAddress;

/**
 * A new key for somebody else.
 *
 * @param key the key, a secret
 * @param fingerprint whom its holder may trust: the lower-case hex SHA-256 of the server's public key
 * @param label whose key it is, safe to show
 */
public record Invitation(String key, String fingerprint, String label) {
    /** The link that has all that a client needs, for a server that is reached at {@code address}. */
    public String link(ServerAddress address) {
        return "wirephoto://" + address + "/?fp=" + fingerprint + "#" + key;
    }

    /** Leaves the key out: it must reach no log. */
    @Override
    public String toString() {
        return "Invitation[label=" + label + "]";
    }
}
