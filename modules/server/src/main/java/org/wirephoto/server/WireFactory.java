package org.wirephoto.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** Lays the kind of wire over new connections that a server speaks. */
@FunctionalInterface
interface WireFactory {
    /**
     * Takes a channel over; must not wait for its peer.
     *
     * @param channel in blocking mode
     * @throws IOException if the connection is gone already; the channel is still the caller's then
     */
    Wire wire(SocketChannel channel, Watchdog watchdog, Timings timings) throws IOException;

    /** Connections without TLS. */
    static WireFactory plain() {
        return (channel, watchdog, timings) -> new PlainWire(channel, watchdog, timings.stall());
    }
}
