package org.wirephoto.server;

import java.io.IOException;

/** The peer's side broke: the connection ends, and nobody is at fault here. */
class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }

    WireException(IOException cause) {
        super(cause);
    }
}
