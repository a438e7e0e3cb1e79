package org.wirephoto.server;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.library.Caller;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Role;

/**
 * A key as the server knows it: everything but the key itself.
 *
 * @param id 32 hexadecimal digits, random, so that none is ever used again: what its images belong to
 * @param role what it allows
 * @param digest the key's {@link AccessKey#digest}
 * @param label whose it is, for people
 * @param made when it was made
 * @param quota how many bytes its images together may have; empty where there is no limit
 */
record KeyEntry(String id, Role role, Digest digest, KeyLabel label, Instant made, OptionalLong quota) {
    private static final int ID_BYTES = 16;

    /** What is to be kept of a key that was just made. */
    static KeyEntry of(AccessKey key, Role role, KeyLabel label, OptionalLong quota, Instant now) {
        byte[] id = new byte[ID_BYTES];
        new SecureRandom().nextBytes(id);
        Instant made = now.truncatedTo(ChronoUnit.SECONDS);
        return new KeyEntry(HexFormat.of().formatHex(id), role, key.digest(), label, made, quota);
    }

    /**
     * Who a holder of the key is.
     *
     * @param from the peer's address
     */
    Caller caller(String from) {
        return new Caller(id, role, Optional.of(label.text()), from, quota);
    }
}
