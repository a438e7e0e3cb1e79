package org.wirephoto.cli;

import java.util.Optional;

/** What the command line says of the server that is meant. */
final class ServerOptions {
    private Optional<String> server = Optional.empty();
    private Optional<String> fingerprint = Optional.empty();
    private Optional<String> keyFile = Optional.empty();
    private boolean plain;

    /** A known server's name, an address or an invite. */
    Optional<String> server() {
        return server;
    }

    /** Whom to trust. */
    Optional<String> fingerprint() {
        return fingerprint;
    }

    /** Where the key lies. */
    Optional<String> keyFile() {
        return keyFile;
    }

    /** Whether to do without TLS. */
    boolean plain() {
        return plain;
    }

    void server(String text) {
        server = Optional.of(text);
    }

    void fingerprint(String text) {
        fingerprint = Optional.of(text);
    }

    void keyFile(String text) {
        keyFile = Optional.of(text);
    }

    void plain(boolean wanted) {
        plain = wanted;
    }
}
