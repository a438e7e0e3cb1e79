package org.wirephoto.client;

import java.io.IOException;
import org.wirephoto.protocol.Fingerprint;

/**
 * The server that answers is not the one that is trusted: nothing was said to it, no key was sent. Either the server
 * was set up anew, or something else answers in its place. The message shows both fingerprints, safe to show. Trying
 * again does not help.
 */
public final class FingerprintChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Fingerprint expected;
    private final transient Fingerprint actual;

    FingerprintChangedException(String message, Fingerprint expected, Fingerprint actual) {
        super(message);
        this.expected = expected;
        this.actual = actual;
    }

    /** The fingerprint that is trusted. */
    public Fingerprint expected() {
        return expected;
    }

    /** The fingerprint of the server that answers. */
    public Fingerprint actual() {
        return actual;
    }
}
