package org.wirephoto.desktop.connect;

import java.io.IOException;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.protocol.ServerAddress;

/** The way to a server. */
@FunctionalInterface
public interface Door {
    /**
     * Connects to a server. Blocks.
     *
     * @param plain whether it speaks without TLS
     * @throws IOException if it can't be reached, is not trusted or does not admit this client
     */
    Session enter(ServerAddress address, boolean plain) throws IOException;
}
