package org.wirephoto.protocol;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The SHA-256 of an image's bytes (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
    private static final int BYTES = 32;

    /**
     * Checks that {@code hex} has the one form that equal digests share.
     *
     * @throws IllegalArgumentException if it is anything but 64 lower-case hexadecimal digits
     */
    public Digest {
        if (!isHex(hex) || !hex.equals(hex.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not 64 lower-case hexadecimal digits: " + hex);
        }
    }

    /** Reads 64 hexadecimal digits in any case, or gives empty where {@code text} is anything else. */
    public static Optional<Digest> parse(String text) {
        return isHex(text) ? Optional.of(new Digest(text.toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    /**
     * The digest that a {@link java.security.MessageDigest} gave.
     *
     * @throws IllegalArgumentException if there are not 32 bytes
     */
    public static Digest of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + bytes.length);
        }
        return new Digest(HexFormat.of().formatHex(bytes));
    }

    private static boolean isHex(String text) {
        return text.length() == 2 * BYTES && text.chars().allMatch(HexFormat::isHexDigit);
    }

    @Override
    public String toString() {
        return hex;
    }
}
