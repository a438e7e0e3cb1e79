package org.wirephoto.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What answers is not a Wirephoto server, or says what none would say. The message says which and what to do, safe to
 * show. Trying again does not help.
 */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Peer peer;

    ProtocolException(String message, Peer peer, @Nullable Throwable cause) {
        super(message, cause);
        this.peer = peer;
    }

    /** What seems to be at the other end. */
    public Peer peer() {
        return peer;
    }
}
