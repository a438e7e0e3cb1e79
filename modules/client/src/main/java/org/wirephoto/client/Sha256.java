package org.wirephoto.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.wirephoto.protocol.Digest;

/** The running digest of bytes that come piece by piece. */
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(byte[] bytes, int count) {
        digest.update(bytes, 0, count);
    }

    /** The digest of all bytes so far; a new one begins. */
    Digest finish() {
        return Digest.of(digest.digest());
    }
}
