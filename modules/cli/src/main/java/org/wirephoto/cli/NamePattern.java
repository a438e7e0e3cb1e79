package org.wirephoto.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wirephoto.protocol.ImageName;

/**
 * A pattern for names, where {@code *} stands for any characters and {@code ?} for one: neither can be in the name of
 * an image. Whether letters are small or capital makes no difference, as with names.
 */
final class NamePattern {
    private final String text;
    private final Pattern pattern;

    NamePattern(String given) {
        this.text = ImageName.normalise(given);
        this.pattern = Pattern.compile(
                ImageName.keyOf(text)
                        .codePoints()
                        .mapToObj(point -> switch (point) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(point));
                        })
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }

    static boolean isPattern(String text) {
        return text.contains("*") || text.contains("?");
    }

    boolean matches(String name) {
        return pattern.matcher(ImageName.keyOf(name)).matches();
    }

    /** The longest text that every matching name contains; may be empty. */
    String literal() {
        return Arrays.stream(text.split("[*?]"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
