package org.wirephoto.desktop.connect;

import org.wirephoto.client.KnownServer;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.Fingerprint;

/** How far a person has come on the way to a server. */
sealed interface Step {
    /** The person chooses. */
    record Choosing() implements Step {}

    /** It is being connected. */
    record Connecting(Place place) implements Step {}

    /**
     * Nobody is known there yet: is it the right one?
     *
     * @param contradicted whether it is not the one that the network announced
     */
    record Asking(Place.New place, Fingerprint fingerprint, boolean contradicted) implements Step {}

    /** The server does not encrypt: go there all the same? */
    record AskingPlain(Place.New place) implements Step {}

    /**
     * The server asks for a key.
     *
     * @param refused whether one was tried that it did not take
     */
    record AskingKey(KnownServer server, boolean refused) implements Step {}

    /** Another server answers than the one that is trusted: this way is closed. */
    record Changed(KnownServer server, Fingerprint actual) implements Step {}

    /** What answers does not encrypt, where the server that is trusted does: this way is closed. */
    record Unencrypted(KnownServer server) implements Step {}

    /** Is a known server to be forgotten, and its key? */
    record AskingForget(KnownServer server) implements Step {}

    /**
     * It did not work.
     *
     * @param secondsLeft after how many seconds it is tried again by itself; 0 where it is not
     */
    record Failed(Place place, Trouble trouble, int secondsLeft) implements Step {}

    /** What the program was given leads nowhere. */
    record Unusable(Trouble trouble) implements Step {}

    /** The way is open. */
    record Arrived(KnownServer server) implements Step {}
}
