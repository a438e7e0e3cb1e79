package org.wirephoto.library;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the ids of images: 96 random bits, so that none is ever made twice, by whichever server. */
final class Ids {
    private static final int BYTES = 12;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
