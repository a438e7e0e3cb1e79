package org.wirephoto.desktop.connect;

import org.wirephoto.desktop.session.Trouble;

/** Tells whether a server is still there. Used by one task at a time; may be closed from any thread. */
interface Pulse extends AutoCloseable {
    /** What a beat told. */
    sealed interface Beat {
        /** The server answered. */
        record Felt() implements Beat {}

        /** It is not there at the moment. */
        record Missed() implements Beat {}

        /** Another server answers now: trying again does not help. */
        record Changed() implements Beat {}

        /** It will not have this program any more: trying again does not help. */
        record Refused(Trouble trouble) implements Beat {}
    }

    /** Asks once; takes some seconds at most. */
    Beat beat();

    @Override
    void close();
}
