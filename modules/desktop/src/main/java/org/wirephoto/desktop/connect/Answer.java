package org.wirephoto.desktop.connect;

import org.wirephoto.client.KnownServer;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.Fingerprint;

/** What came of trying to connect. */
sealed interface Answer {
    /**
     * The server let this program in.
     *
     * @param server all that is needed to come back, as it is kept
     */
    record Connected(Session session, KnownServer server) implements Answer {}

    /** Another server answers than the one that is trusted; nothing was said to it. */
    record Changed(Fingerprint expected, Fingerprint actual) implements Answer {}

    /** Nobody is known there yet, and this is who answers. */
    record Stranger(Fingerprint fingerprint) implements Answer {}

    /** A server is there and does not encrypt. */
    record Unencrypted() implements Answer {}

    /** It did not work. */
    record Failed(Trouble trouble) implements Answer {}
}
