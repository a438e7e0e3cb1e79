package org.wirephoto.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * No server answers at the address, or its name is not known. The message says which and what to do, safe to show.
 */
public final class UnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
