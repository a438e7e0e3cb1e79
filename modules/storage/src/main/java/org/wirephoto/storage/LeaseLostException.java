package org.wirephoto.storage;

import java.io.IOException;

/** Another connection took the upload over, since nothing came for a while. */
public final class LeaseLostException extends IOException {
    private static final long serialVersionUID = 1;

    LeaseLostException() {
        super("another connection goes on with this upload");
    }
}
