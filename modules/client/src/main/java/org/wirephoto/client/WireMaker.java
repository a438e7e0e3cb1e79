package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/** Makes wires within a time, whatever connecting and handshakes wait for. */
final class WireMaker {
    private final Connector connector;
    private final Watchdog watchdog;

    WireMaker(Connector connector, Watchdog watchdog) {
        this.connector = connector;
        this.watchdog = watchdog;
    }

    /** A wire to a peer that is the one that is meant. Each of the two steps may take {@code limit}. */
    Wire make(ServerAddress address, Duration limit, Cancellation cancellation) throws IOException {
        Wire wire = connect(address, limit, cancellation);
        boolean made = false;
        try {
            var _ = secure(wire, address, limit, cancellation);
            made = true;
            return wire;
        } finally {
            if (!made) {
                wire.abort();
            }
        }
    }

    /** Whom one reaches at an address. */
    Optional<Fingerprint> identify(ServerAddress address, Duration limit) throws IOException {
        Cancellation never = new Cancellation();
        Wire wire = connect(address, limit, never);
        try {
            return secure(wire, address, limit, never);
        } finally {
            wire.abort();
        }
    }

    private Wire connect(ServerAddress address, Duration limit, Cancellation cancellation) throws IOException {
        Trouble trouble = new Trouble(address);
        try {
            return Aside.run(() -> connector.connect(address, limit), Wire::abort, limit, cancellation);
        } catch (TimeoutException e) {
            throw trouble.slowToConnect(limit);
        } catch (ExecutionException e) {
            throw trouble.unreachable(e.getCause());
        }
    }

    private Optional<Fingerprint> secure(Wire wire, ServerAddress address, Duration limit, Cancellation cancellation)
            throws IOException {
        try (Guard _ = watchdog.limit(limit, wire::abort);
                var _ = cancellation.onCancel(wire::abort)) {
            return wire.secure(new Trouble(address));
        }
    }
}
