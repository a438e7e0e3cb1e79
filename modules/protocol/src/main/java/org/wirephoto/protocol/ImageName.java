package org.wirephoto.protocol;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A name that an image can be stored under. Two names are equal when their keys are, so {@code Beach.PNG} equals
 * {@code beach.png}.
 *
 * <p>The rules are those of the protocol's page, section Names; client and server apply the same code.
 */
public final class ImageName implements Comparable<ImageName> {
    private final String text;
    private final String key;

    private ImageName(String text) {
        this.text = text;
        this.key = keyOf(text);
    }

    /** Normalises a text as a person gave it and checks whether it can be a name. */
    public static NameCheck check(String given) {
        String text = normalise(given);
        return NameRules.fault(text)
                .<NameCheck>map(fault -> new NameCheck.Refused(fault.code(), fault.reason(), NameRules.mend(text)))
                .orElseGet(() -> new NameCheck.Accepted(new ImageName(text)));
    }

    /**
     * The name that {@code given} is known to be.
     *
     * @throws IllegalArgumentException if it can't be a name
     */
    public static ImageName of(String given) {
        return switch (check(given)) {
            case NameCheck.Accepted accepted -> accepted.name();
            case NameCheck.Refused refused -> throw new IllegalArgumentException(refused.reason());
        };
    }

    /** Unicode NFC, no white space at the ends, and an underscore for each one within. */
    public static String normalise(String given) {
        String text = Normalizer.normalize(given, Normalizer.Form.NFC);
        int start = 0;
        int end = text.length();
        while (start < end && NameRules.isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && NameRules.isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder out = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            out.append(NameRules.isWhiteSpace(c) ? '_' : c);
        }
        return out.toString();
    }

    /**
     * What makes two texts the same name or part of a name: NFC, then each code point's lower case of its upper
     * case, then NFC again. Case is Unicode's full mapping and no language's, so {@code ß} and {@code SS} are the
     * same; the result may be longer than {@link Limits#NAME_BYTES}.
     */
    public static String keyOf(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .map(point -> point.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))
                .forEach(folded::append);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** The name as people see it. */
    public String text() {
        return text;
    }

    /** What names are compared and sorted by. */
    public String key() {
        return key;
    }

    /** The part before the last dot. */
    public String stem() {
        return text.substring(0, text.lastIndexOf('.'));
    }

    /** The part after the last dot, as it is written. */
    public String extension() {
        return text.substring(text.lastIndexOf('.') + 1);
    }

    /** This name with another ending, or empty where that would not be a name (too long, say). */
    public Optional<ImageName> withExtension(String extension) {
        return accepted(Utf8.cut(stem(), Limits.NAME_BYTES - 1 - Utf8.length(extension)) + "." + extension);
    }

    /** This name with a number behind its stem, such as {@code beach-2.png}. */
    public Optional<ImageName> numbered(int number) {
        String ending = "-" + number + "." + extension();
        return accepted(Utf8.cut(stem(), Limits.NAME_BYTES - Utf8.length(ending)) + ending);
    }

    private static Optional<ImageName> accepted(String text) {
        return check(text) instanceof NameCheck.Accepted accepted ? Optional.of(accepted.name()) : Optional.empty();
    }

    /** Orders by key, code point by code point: the order of the keys' bytes in UTF-8. */
    @Override
    public int compareTo(ImageName other) {
        return Arrays.compareUnsigned(key.getBytes(StandardCharsets.UTF_8), other.key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageName name && key.equals(name.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
