package org.wirephoto.client;

import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

/**
 * A new key for somebody else.
 *
 * @param key the key, a secret
 * @param fingerprint whom its holder may trust
 * @param label whose key it is, safe to show
 */
public record Invitation(AccessKey key, Fingerprint fingerprint, String label) {
    /** All that its holder needs for a server that is reached at {@code address}. */
    public Invite at(ServerAddress address) {
        return new Invite(address, fingerprint, key);
    }

    /** Leaves the key out: it must reach no log. */
    @Override
    public String toString() {
        return "Invitation[label=" + label + "]";
    }
}
