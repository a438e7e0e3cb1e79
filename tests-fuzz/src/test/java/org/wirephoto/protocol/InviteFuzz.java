package org.wirephoto.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any text as an invite, an address, a key and a fingerprint: what was read is written so that it reads the same. */
public final class InviteFuzz {
    private InviteFuzz() {}

    /** What the fuzzer calls with bytes of its own. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Invite.parse(text).ifPresent(invite -> same(Invite.parse(invite.link()), invite));
        ServerAddress.parse(text).ifPresent(address -> same(ServerAddress.parse(address.toString()), address));
        AccessKey.parse(text).ifPresent(key -> same(AccessKey.parse(key.grouped()), key));
        Fingerprint.parse(text).ifPresent(print -> same(Fingerprint.parse(print.grouped()), print));
    }

    private static <T> void same(Optional<T> again, T first) {
        if (!again.equals(Optional.of(first))) {
            throw new IllegalStateException("not read as it was written: " + first);
        }
    }
}
