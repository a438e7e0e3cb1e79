package org.wirephoto.protocol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict UTF-8, and the counting and cutting of text by the bytes that it takes. */
final class Utf8 {
    private static final char REPLACEMENT = '\ufffd';

    private Utf8() {}

    /** Reads all that remains, or gives empty where the bytes are anything but UTF-8. */
    static Optional<String> decode(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // the caller says what is wrong with the line
        }
    }

    /**
     * Writes a text.
     *
     * @throws IllegalArgumentException if half of a surrogate pair is in it, which UTF-8 can't say
     */
    static byte[] encode(CharSequence text) {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("half of a surrogate pair in a text of " + text.length(), e);
        }
    }

    /** How many bytes a text takes, half of a surrogate pair counted like its replacement. */
    static int length(String text) {
        return text.codePoints().map(Utf8::length).sum();
    }

    /** The beginning of a text that takes at most {@code bytes}, cut between code points. */
    static String cut(String text, int bytes) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += length(point);
            if (used > bytes) {
                return text.substring(0, end);
            }
            end += Character.charCount(point);
        }
        return text;
    }

    /** The text with a replacement character for each half of a surrogate pair that stands alone. */
    static String repair(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static int length(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return Character.isBmpCodePoint(point) ? 3 : 4;
    }
}
