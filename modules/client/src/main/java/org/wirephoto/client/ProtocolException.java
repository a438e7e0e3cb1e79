package org.wirephoto.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What answers is not a Wirephoto server, or says what none would say. The message says which and what to do, safe to
 * show. Trying again does not help.
 */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    ProtocolException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
