package org.wirephoto.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server is known by: the SHA-256 of its public key, as the SubjectPublicKeyInfo of its certificate (RFC 5280,
 * 4.1). It stays the same when the certificate is renewed.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
    private static final int DIGITS = 64;
    private static final int GROUP = 4;

    /**
     * Checks that {@code hex} has the one form that equal fingerprints share.
     *
     * @throws IllegalArgumentException if it is anything but 64 lower-case hexadecimal digits
     */
    public Fingerprint {
        if (!isHex(hex) || !hex.equals(hex.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not 64 lower-case hexadecimal digits: " + hex);
        }
    }

    /** The fingerprint of a server's public key. */
    public static Fingerprint of(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads a fingerprint as people paste it: 64 hexadecimal digits in any case, with white space, colons or dashes
     * between them.
     *
     * @return the fingerprint, or empty where {@code text} is none
     */
    public static Optional<Fingerprint> parse(String text) {
        String digits = text.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT);
        return isHex(digits) ? Optional.of(new Fingerprint(digits)) : Optional.empty();
    }

    private static boolean isHex(String text) {
        return text.length() == DIGITS && text.chars().allMatch(HexFormat::isHexDigit);
    }

    /** The digits in groups of four, as two people compare them. */
    public String grouped() {
        return hex.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return hex;
    }
}
