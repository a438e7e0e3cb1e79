package org.wirephoto.storage;

import java.io.IOException;

/** The disk is full, or the owner's share of it. Nothing was stored. */
public final class NoSpaceException extends IOException {
    private static final long serialVersionUID = 1;

    NoSpaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
