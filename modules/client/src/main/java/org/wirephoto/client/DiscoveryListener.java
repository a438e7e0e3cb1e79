package org.wirephoto.client;

/** Hears which servers are on the network. Called on one thread, one call after another; must not block for long. */
public interface DiscoveryListener {
    /** A server was found. */
    default void appeared(FoundServer server) {}

    /** What is known of a server has changed: another address, say. */
    default void changed(FoundServer before, FoundServer now) {}

    /** A server has left the network, or was not heard of for long. */
    default void gone(FoundServer server) {}

    /** Hears nothing: for who only asks for {@link ServerDiscovery#found}. */
    static DiscoveryListener silent() {
        return new DiscoveryListener() {};
    }
}
