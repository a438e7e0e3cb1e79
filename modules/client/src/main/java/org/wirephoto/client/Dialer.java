package org.wirephoto.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.ServerAddress;

/** Makes connections to one server and greets it. */
final class Dialer {
    private final Whereabouts whereabouts;
    private final ConnectionSettings settings;
    private final Watchdog watchdog;
    private final Trouble trouble;
    private volatile @Nullable ServerInfo info;

    Dialer(ServerAddress address, ConnectionSettings settings, Connector connector, Watchdog watchdog) {
        this.whereabouts = new Whereabouts(address, settings, new WireMaker(connector, watchdog));
        this.settings = settings;
        this.watchdog = watchdog;
        this.trouble = new Trouble(whereabouts::address);
    }

    /** Where the server was when it was last reached. */
    ServerAddress address() {
        return whereabouts.address();
    }

    Trouble trouble() {
        return trouble;
    }

    /** What the server said of itself when it was last greeted. */
    ServerInfo info() {
        ServerInfo known = info;
        if (known == null) {
            throw new IllegalStateException("the server was not greeted yet");
        }
        return known;
    }

    Connection dial(Cancellation cancellation) throws IOException, RefusedException {
        cancellation.check();
        Wire wire = whereabouts.reach(cancellation);
        Connection connection = new Connection(wire, watchdog, trouble, settings);
        boolean greeted = false;
        try (var _ = cancellation.onCancel(connection::abort)) {
            info = new Greeting(connection).exchange();
            greeted = true;
            return connection;
        } finally {
            if (!greeted) {
                connection.abort();
            }
        }
    }
}
