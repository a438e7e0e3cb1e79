package org.wirephoto.protocol;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads the bytes of one line. Pure: bytes in, result out.
 *
 * <p>Faults after which the reader has lost its place are looked for in the whole line before any other.
 */
public final class LineParser {
    private static final int FIELDS = 3;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private LineParser() {}

    /**
     * Reads one line.
     *
     * @param bytes the line without its line feed; all that remain in the buffer are read
     */
    public static LineResult parse(ByteBuffer bytes) {
        if (bytes.remaining() >= Limits.LINE_BYTES) {
            return lost("The line is longer than " + Limits.LINE_BYTES + " bytes.", Optional.empty());
        }
        return Utf8.decode(bytes)
                .map(LineParser::parseText)
                .orElseGet(() -> lost("The line is not UTF-8.", Optional.empty()));
    }

    private static LineResult parseText(String text) {
        String[] fields = withoutCarriageReturn(text).split(",", -1);
        if (fields.length < FIELDS) {
            return lost("A line has at least three fields: command,name,filesize.", Optional.empty());
        }
        for (int i = 0; i < fields.length; i++) {
            fields[i] = trim(fields[i]);
            if (fields[i].chars().anyMatch(Character::isISOControl)) {
                return lost("The line has a control character in it.", Optional.empty());
            }
        }
        return parseFields(fields);
    }

    private static LineResult parseFields(String[] fields) {
        Optional<String> name = Optional.empty();
        if (!isAbsent(fields[1])) {
            name = LineEscapes.decode(fields[1]);
            if (name.isEmpty()) {
                return lost("The name is not percent-encoded UTF-8.", name);
            }
        }
        OptionalLong filesize = OptionalLong.empty();
        if (!isAbsent(fields[2])) {
            filesize = parseCount(fields[2]);
            if (filesize.isEmpty()) {
                return lost("The filesize is not a count of bytes.", name);
            }
        }
        return parseAttributes(fields, name, filesize);
    }

    private static LineResult parseAttributes(String[] fields, Optional<String> name, OptionalLong filesize) {
        Map<String, String> attributes = new LinkedHashMap<>();
        int badField = 0;
        for (int i = FIELDS; i < fields.length; i++) {
            int equals = fields[i].indexOf('=');
            if (equals < 0) {
                badField = isAbsent(fields[i]) ? badField : i + 1;
                continue;
            }
            String key = fields[i].substring(0, equals);
            Optional<String> value = LineEscapes.decode(fields[i].substring(equals + 1));
            if (value.isEmpty()) {
                return lost("A value is not percent-encoded UTF-8.", name);
            }
            if (attributes.put(key, value.get()) != null) {
                return lost("A key is there twice.", name);
            }
            badField = Line.isKey(key) ? badField : i + 1;
        }
        return badField == 0
                ? new LineResult.Parsed(new Line(lowerCase(fields[0]), name, filesize, attributes))
                : new LineResult.Malformed("Field " + badField + " is not of the form key=value.", false, name);
    }

    static OptionalLong parseCount(String field) {
        if (!DIGITS.matcher(field).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(field));
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // above 2^63-1: as bad as no number
        }
    }

    private static boolean isAbsent(String field) {
        return field.isEmpty() || field.equals(Line.ABSENT);
    }

    private static String withoutCarriageReturn(String text) {
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Drops spaces and tabs, and nothing else, at both ends. */
    private static String trim(String field) {
        int start = 0;
        int end = field.length();
        while (start < end && isBlank(field.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(field.charAt(end - 1))) {
            end--;
        }
        return field.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** ASCII alone: Unicode has other letters whose lower case is one of a command's. */
    private static String lowerCase(String command) {
        StringBuilder lower = new StringBuilder(command);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c - 'A' + 'a'));
            }
        }
        return lower.toString();
    }

    private static LineResult lost(String reason, Optional<String> name) {
        return new LineResult.Malformed(reason, true, name);
    }
}
