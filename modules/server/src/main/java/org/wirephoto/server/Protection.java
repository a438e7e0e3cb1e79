package org.wirephoto.server;

import java.nio.file.Path;

/** What protects the connections of a server. */
sealed interface Protection {
    /** Nothing. */
    record Plain() implements Protection {}

    /** TLS, with a key pair and a certificate that the server made itself. */
    record OwnIdentity() implements Protection {}

    /**
     * TLS, with what the operator gave.
     *
     * @param certificate a PEM file with the server's certificate first, then those that vouch for it
     * @param key a PEM file with its key
     */
    record GivenIdentity(Path certificate, Path key) implements Protection {}
}
