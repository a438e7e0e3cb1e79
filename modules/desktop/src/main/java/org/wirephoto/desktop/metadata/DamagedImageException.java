package org.wirephoto.desktop.metadata;

import java.io.IOException;

/** A file is not what its first bytes say: it ends too early, or makes no sense. The message is for a person. */
public final class DamagedImageException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedImageException(String message) {
        super(message);
    }
}
