package org.wirephoto.desktop.connect;

import org.wirephoto.desktop.session.Trouble;

/** How it stands with the connection to the server that is shown. */
sealed interface LinkState {
    /** The server answers. */
    record Up() implements LinkState {}

    /** The server is asked whether it is there again. */
    record Trying() implements LinkState {}

    /** The server does not answer; it is asked again by itself. */
    record Lost(int secondsLeft) implements LinkState {}

    /** Another server answers now. */
    record Changed() implements LinkState {}

    /** The server will not have this program any more. */
    record Refused(Trouble trouble) implements LinkState {}
}
