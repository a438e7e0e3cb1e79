package org.wirephoto.desktop.connect;

import java.util.Optional;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;

/**
 * One server in the list that a person chooses from.
 *
 * @param place where choosing it leads
 * @param origin how it got into the list
 * @param online whether it is heard of on the network at the moment
 * @param keyNeeded whether it says that it asks for a key
 */
record ServerRow(Place place, Origin origin, boolean online, boolean keyNeeded) {
    /** How a server gets into the list. */
    enum Origin {
        /** It was used before. */
        KNOWN,
        /** It runs on this machine. */
        OWN,
        /** It was found on the network. */
        FOUND
    }

    /** Whether what is sent there can be read on the way. */
    boolean encrypted() {
        return switch (place) {
            case Place.Known known -> known.server().trust() instanceof Trust.Pinned;
            case Place.New unknown -> !unknown.plain();
        };
    }

    /** Whether choosing it again is one click, and forgetting it makes sense. */
    boolean forgettable() {
        return origin == Origin.KNOWN;
    }

    /** The server as it is kept, for those that are. */
    Optional<KnownServer> kept() {
        return place instanceof Place.Known known ? Optional.of(known.server()) : Optional.empty();
    }
}
