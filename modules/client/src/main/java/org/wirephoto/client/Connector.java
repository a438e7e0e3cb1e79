package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/** Makes wires. */
@FunctionalInterface
interface Connector {
    /**
     * Connects; called on a thread that may be left behind in it.
     *
     * @param limit the most that it should take, however many addresses the host has
     */
    Wire connect(ServerAddress address, Duration limit) throws IOException;

    /** One for the connections of one client. */
    static Connector of(Trust trust) {
        return switch (trust) {
            case Trust.Plain() -> PlainWire::connect;
            case Trust.Pinned(Fingerprint fingerprint) -> new TlsContext(Optional.of(fingerprint))::connect;
        };
    }
}
