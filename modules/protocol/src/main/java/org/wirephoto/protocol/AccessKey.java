package org.wirephoto.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A key that lets its holder in: 128 bits. It is a secret: {@link #toString} does not tell it, and it is compared in
 * constant time.
 */
public final class AccessKey {
    /** Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O or U. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BYTES = 16;
    private static final int LENGTH = 26;
    private static final int BITS = 5;
    /** The first digit holds what is left over of 128 bits: 3. */
    private static final int MOST_IN_FIRST = 7;

    private static final int GROUP = 4;

    private final byte[] bits;

    private AccessKey(byte[] bits) {
        this.bits = bits;
    }

    /**
     * A new key.
     *
     * @param random where its bits come from; only a {@link java.security.SecureRandom} makes a key that can't be
     *     guessed
     */
    public static AccessKey generate(RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new AccessKey(bits);
    }

    /**
     * Reads a key as people type it: in any case, with dashes and white space anywhere, I and L for 1 and O for 0.
     *
     * @return the key, or empty where {@code text} is none
     */
    public static Optional<AccessKey> parse(String text) {
        byte[] bits = new byte[BYTES];
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char typed = text.charAt(i);
            if (typed == '-' || Character.isWhitespace(typed)) {
                continue;
            }
            int value = value(typed);
            if (value < 0 || digits == LENGTH || (digits == 0 && value > MOST_IN_FIRST)) {
                return Optional.empty();
            }
            append(bits, value);
            digits++;
        }
        return digits == LENGTH ? Optional.of(new AccessKey(bits)) : Optional.empty();
    }

    private static int value(char typed) {
        return switch (typed) {
            case 'i', 'I', 'l', 'L' -> 1;
            case 'o', 'O' -> 0;
            default -> DIGITS.indexOf(typed >= 'a' && typed <= 'z' ? typed - 'a' + 'A' : typed);
        };
    }

    /** Moves all bits up by those of one digit, and puts the digit's at the end. */
    private static void append(byte[] bits, int digit) {
        int carry = digit;
        for (int i = BYTES - 1; i >= 0; i--) {
            int moved = (bits[i] & 0xFF) << BITS | carry;
            bits[i] = (byte) moved;
            carry = moved >>> Byte.SIZE;
        }
    }

    /** The secret itself: 26 upper-case digits. For the wire and for its owner's eyes, never for a log. */
    public String text() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int digit = 0; digit < LENGTH; digit++) {
            text.append(DIGITS.charAt(digit(digit)));
        }
        return text.toString();
    }

    private int digit(int index) {
        int value = 0;
        int first = index * BITS - (LENGTH * BITS - BYTES * Byte.SIZE);
        for (int bit = first; bit < first + BITS; bit++) {
            int set = bit < 0 ? 0 : bits[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
            value = value << 1 | set;
        }
        return value;
    }

    /** The secret itself, in groups of four digits with dashes between them, as it is read aloud or typed. */
    public String grouped() {
        StringBuilder text = new StringBuilder(text());
        for (int at = LENGTH - LENGTH % GROUP; at > 0; at -= GROUP) {
            text.insert(at, '-');
        }
        return text.toString();
    }

    /**
     * The SHA-256 of the 16 bytes: what a server keeps of a key. It needs no salt and no slow function, since 128
     * random bits can't be searched.
     */
    public Digest digest() {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bits));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether both are the same key; takes the same time wherever they differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AccessKey key && MessageDigest.isEqual(bits, key.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    /** Leaves the secret out: it must reach no log. */
    @Override
    public String toString() {
        return "AccessKey[]";
    }
}
