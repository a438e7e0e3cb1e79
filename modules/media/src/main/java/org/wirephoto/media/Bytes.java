package org.wirephoto.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to be read at any place, none of which are held longer than needed: what a header says of its own size costs
 * no memory. Reading past the end is the damage of a file that was cut short.
 */
interface Bytes {
    /** How many there are. */
    long length();

    /** The byte at a place, 0 to 255. */
    int u8(long at) throws IOException, DamagedException;

    default int u16(long at, ByteOrder order) throws IOException, DamagedException {
        int first = u8(at);
        int second = u8(at + 1);
        return order == ByteOrder.BIG_ENDIAN ? (first << 8) | second : (second << 8) | first;
    }

    default long u32(long at, ByteOrder order) throws IOException, DamagedException {
        long first = u16(at, order);
        long second = u16(at + 2, order);
        return order == ByteOrder.BIG_ENDIAN ? (first << 16) | second : (second << 16) | first;
    }

    /** Eight bytes as one number; what is over {@link Long#MAX_VALUE} comes out negative. */
    default long s64(long at, ByteOrder order) throws IOException, DamagedException {
        long first = u32(at, order);
        long second = u32(at + 4, order);
        return order == ByteOrder.BIG_ENDIAN ? (first << 32) | second : (second << 32) | first;
    }

    /** A few bytes as text, one character a byte. */
    default String text(long at, int length) throws IOException, DamagedException {
        return new String(copy(at, length), StandardCharsets.ISO_8859_1);
    }

    /** A copy of a few bytes; the caller has made sure that they are few. */
    default byte[] copy(long at, int length) throws IOException, DamagedException {
        if (at < 0 || length > length() - at) {
            throw new DamagedException(CUT_SHORT);
        }
        byte[] copy = new byte[length];
        for (int i = 0; i < length; i++) {
            copy[i] = (byte) u8(at + i);
        }
        return copy;
    }

    /** Whether these characters, one a byte, stand at a place. */
    default boolean has(long at, String text) throws IOException, DamagedException {
        return at >= 0
                && length() - at >= text.length()
                && text(at, text.length()).equals(text);
    }

    /** The part from a place on, cut where these bytes end. */
    default Bytes part(long from, long length) {
        return new PartOfBytes(this, from, Math.max(0, Math.min(length, length() - from)));
    }

    /** What people are told of a file that ends too early. */
    String CUT_SHORT = "The file ends too early.";
}
