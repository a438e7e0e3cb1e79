package org.wirephoto.client;

import java.io.IOException;

/** What the method was doing was stopped: through its {@link Cancellation}, by an interrupt, or by closing. */
public final class CancelledException extends IOException {
    private static final long serialVersionUID = 1L;

    CancelledException(String message) {
        super(message);
    }
}
