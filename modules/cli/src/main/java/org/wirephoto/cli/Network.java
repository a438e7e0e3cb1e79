package org.wirephoto.cli;

import org.wirephoto.client.ServerFinder;
import org.wirephoto.protocol.NetworkChoice;

/** Where servers are looked for. */
final class Network {
    private static final String VARIABLE = "WIREPHOTO_NETWORKS";

    private Network() {}

    /**
     * The networks that may be searched: what the environment's WIREPHOTO_NETWORKS says, or else all.
     *
     * @throws UsageException if it says something that makes no sense
     */
    static NetworkChoice choice(Host host) {
        String text = host.environment().getOrDefault(VARIABLE, "");
        return text.isBlank()
                ? new NetworkChoice.All()
                : NetworkChoice.parse(text)
                        .orElseThrow(() -> new UsageException(VARIABLE + " is all, none, or names of network"
                                + " interfaces, and not " + Wording.safe(text) + "."));
    }

    /** How to look for a server that is not where it was: this machine's own can't be on the network. */
    static ServerFinder finder(Host host, Choice choice) {
        NetworkChoice networks = choice(host);
        return networks instanceof NetworkChoice.None || choice.local()
                ? ServerFinder.none()
                : ServerFinder.on(networks);
    }
}
