package org.wirephoto.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One line of the protocol, decoded: what requests, replies and events are made of.
 *
 * @param command the first field, in lower case
 * @param name the second field, or empty where it is {@code N/A} or has nothing in it
 * @param filesize the third field, a count of bytes, or empty where it is {@code N/A} or has nothing in it
 * @param attributes the further fields, in their order
 */
public record Line(String command, Optional<String> name, OptionalLong filesize, Map<String, String> attributes) {
    /** What stands in the place of an absent field. */
    static final String ABSENT = "N/A";

    private static final Pattern COMMAND = Pattern.compile("[a-z]+");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*");

    /**
     * Copies the attributes; a name with nothing in it is absent.
     *
     * @throws IllegalArgumentException if the filesize is negative
     */
    public Line {
        name = name.filter(text -> !text.isEmpty());
        if (filesize.isPresent() && filesize.getAsLong() < 0) {
            throw new IllegalArgumentException("filesize " + filesize.getAsLong());
        }
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Leaves the value of {@code key} out: it must reach no log. */
    @Override
    public String toString() {
        Map<String, String> shown = new LinkedHashMap<>(attributes);
        shown.replace("key", "...");
        return "Line[" + command + ", " + name + ", " + filesize + ", " + shown + "]";
    }

    /** The value of an attribute, or empty where the line has none of that key. */
    public Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    /** A name that reads like an absent one needs an escape that its characters alone would not. */
    private static String encodeName(String name) {
        return name.equals(ABSENT) ? "N%2FA" : LineEscapes.encode(name);
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /**
     * This line as it goes over the wire, with its line feed.
     *
     * @throws IllegalArgumentException if the command or a key is not one that can be written, if a text has half of
     *     a surrogate pair in it, or if the line is longer than {@link Limits#LINE_BYTES}
     */
    public byte[] encode() {
        if (!COMMAND.matcher(command).matches()) {
            throw new IllegalArgumentException("not a command: " + command);
        }
        StringBuilder text = new StringBuilder(command).append(',');
        text.append(name.map(Line::encodeName).orElse(ABSENT)).append(',');
        text.append(filesize.isPresent() ? Long.toString(filesize.getAsLong()) : ABSENT);
        attributes.forEach((key, value) -> {
            if (!isKey(key)) {
                throw new IllegalArgumentException("not an attribute key: " + key);
            }
            text.append(',').append(key).append('=').append(LineEscapes.encode(value));
        });
        byte[] bytes = Utf8.encode(text.append('\n'));
        if (bytes.length > Limits.LINE_BYTES) {
            throw new IllegalArgumentException("a line of " + bytes.length + " bytes");
        }
        return bytes;
    }
}
