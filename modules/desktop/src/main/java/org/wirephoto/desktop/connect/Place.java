package org.wirephoto.desktop.connect;

import java.util.Optional;
import org.wirephoto.client.FoundServer;
import org.wirephoto.client.KnownServer;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

/** Where a person wants to go. */
sealed interface Place {
    /** What to call it. */
    String name();

    /** Where it was said to be. */
    ServerAddress address();

    /** A server that it is known how to get into. */
    record Known(KnownServer server) implements Place {
        @Override
        public String name() {
            return server.name();
        }

        @Override
        public ServerAddress address() {
            return server.address();
        }
    }

    /**
     * A server that nothing is known of but where it is.
     *
     * @param name what it calls itself, or its address
     * @param announced the beginning of its fingerprint as the network tells it; may be empty
     * @param plain whether it is known not to encrypt
     */
    record New(String name, ServerAddress address, String announced, boolean plain) implements Place {
        /** Whether another server answers than the one that was announced. */
        boolean contradicts(Fingerprint answering) {
            return !answering.hex().startsWith(announced);
        }
    }

    /** The server of an invite. */
    static Place of(Invite invite) {
        return new Known(KnownServer.of(invite.address().host(), invite));
    }

    /** A server at an address that was typed. */
    static Place at(ServerAddress address) {
        return new New(address.toString(), address, "", false);
    }

    /** A server that was found on the network, at its own address now. */
    static Place of(FoundServer found, Optional<KnownServer> known) {
        if (known.isPresent()) {
            return new Known(known.get().withAddress(found.address()));
        }
        String announced = found.fingerprintPrefix();
        return new New(found.name(), found.address(), announced, announced.isEmpty());
    }
}
