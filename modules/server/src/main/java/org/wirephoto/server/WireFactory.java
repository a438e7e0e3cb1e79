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
        return (channel, watchdog, timings) -> new PlainWire(new PeerChannel(channel, watchdog, timings.stall()));
    }

    /** Connections with TLS. */
    static WireFactory tls(TlsTerms terms) {
        return (channel, watchdog, timings) ->
                new TlsWire(new PeerChannel(channel, watchdog, timings.stall()), terms.engine(), timings.linger());
    }
}
