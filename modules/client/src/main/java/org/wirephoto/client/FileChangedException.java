package org.wirephoto.client;

import java.io.IOException;

/** A file was changed by somebody while it was sent; the server kept nothing. Send it again. */
public final class FileChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    FileChangedException(String message) {
        super(message);
    }
}
