package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
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
}
