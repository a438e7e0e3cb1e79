package org.wirephoto.client;

import java.util.Optional;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.ServerAddress;

/**
 * What a {@link Doctor} looks at.
 *
 * @param address the server; empty to look at the first that is found
 * @param plain whether it is to be spoken to without TLS
 * @param fingerprint what it is known by; empty where it is not known yet
 * @param key the key to show it; empty where there is none
 * @param networks where to look for servers
 */
public record DoctorRequest(
        Optional<ServerAddress> address,
        boolean plain,
        Optional<Fingerprint> fingerprint,
        Optional<AccessKey> key,
        NetworkChoice networks) {
    /** Looks at the network, and at the first server that is found. */
    public static DoctorRequest ofNetwork() {
        return new DoctorRequest(Optional.empty(), false, Optional.empty(), Optional.empty(), new NetworkChoice.All());
    }

    /** Leaves the key out: it must reach no log. */
    @Override
    public String toString() {
        return "DoctorRequest[" + address + ", plain=" + plain + ", " + fingerprint + ", " + networks + "]";
    }
}
