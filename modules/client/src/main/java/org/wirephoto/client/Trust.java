package org.wirephoto.client;

import org.wirephoto.protocol.Fingerprint;

/** How a client makes sure that it talks to the server that it means. */
public sealed interface Trust {
    /** TLS, and nobody but the holder of one private key. */
    record Pinned(Fingerprint fingerprint) implements Trust {}

    /** No TLS: whoever is on the way can read and change everything. A key is then sent to this machine alone. */
    record Plain() implements Trust {}
}
