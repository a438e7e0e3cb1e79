package org.wirephoto.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the server broke, or stood still for too long, and trying again did not help. The message says
 * what to do, safe to show.
 */
public final class ConnectionLostException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean outcomeKnown;

    ConnectionLostException(String message, @Nullable Throwable cause, boolean outcomeKnown) {
        super(message, cause);
        this.outcomeKnown = outcomeKnown;
    }

    /**
     * Whether nothing was changed at the server. If not, a rename, say, was sent but its answer never came: look
     * before you ask again.
     */
    public boolean outcomeKnown() {
        return outcomeKnown;
    }
}
