package org.wirephoto.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules 2 to 4 of the protocol's page, section Names. */
final class NameRules {
    /**
     * What is wrong with a text.
     *
     * @param code which rule it breaks
     * @param reason one English sentence for a person
     */
    record Fault(ErrorCode code, String reason) {}

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;
    private static final String FORBIDDEN = "/\\:*?\"<>|";
    private static final String EXTENSION = "\\.[\\p{L}\\p{Nd}]{1,16}";
    private static final Pattern ONLY_EXTENSION = Pattern.compile(EXTENSION);
    private static final Pattern WITH_EXTENSION = Pattern.compile(".*" + EXTENSION, Pattern.DOTALL);
    private static final Pattern RESERVED = Pattern.compile("CON|PRN|AUX|NUL|(COM|LPT)[1-9\u00b9\u00b2\u00b3]");

    private NameRules() {}

    /** The first rule that a normalised text breaks, if any. */
    static Optional<Fault> fault(String text) {
        if (text.isEmpty()) {
            return fault(ErrorCode.NAME_MISSING, "The image needs a name.");
        }
        if (ONLY_EXTENSION.matcher(text).matches()) {
            return fault(ErrorCode.NAME_MISSING, "The name is nothing but an extension.");
        }
        return invalid(text).or(() -> {
            if (WITH_EXTENSION.matcher(text).matches()) {
                return Optional.empty();
            }
            return fault(ErrorCode.EXTENSION_MISSING, "The name needs an extension, such as .jpg.");
        });
    }

    private static Optional<Fault> invalid(String text) {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (!isAllowed(points, i)) {
                return fault(ErrorCode.NAME_INVALID, "The name can't have " + describe(points[i]) + " in it.");
            }
        }
        if (text.startsWith(".") || text.endsWith(".")) {
            return fault(ErrorCode.NAME_INVALID, "The name can't begin or end with a dot.");
        }
        if (Utf8.length(text) > Limits.NAME_BYTES) {
            return fault(ErrorCode.NAME_INVALID, "The name is longer than " + Limits.NAME_BYTES + " bytes.");
        }
        if (isReserved(text)) {
            return fault(ErrorCode.NAME_INVALID, "The name is one that Windows keeps for itself.");
        }
        return Optional.empty();
    }

    /** The nearest text that breaks no rule, where only characters, dots or length are wrong. */
    static Optional<ImageName> mend(String text) {
        StringBuilder kept = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (isAllowed(points, i)) {
                kept.appendCodePoint(points[i]);
            } else if (Character.getType(points[i]) != Character.FORMAT) {
                kept.append('_');
            }
        }
        String mended = kept.toString().replaceAll("^\\.+|\\.+$", "");
        int dot = mended.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String ending = mended.substring(dot);
        String stem = isReserved(mended) ? "_" + mended.substring(0, dot) : mended.substring(0, dot);
        int room = Limits.NAME_BYTES - Utf8.length(ending);
        String name = ImageName.normalise(Utf8.cut(stem, room) + ending);
        return fault(name).isPresent() ? Optional.empty() : Optional.of(ImageName.of(name));
    }

    /** Unicode's property White_Space, all of which lies in the basic plane (PropList.txt). */
    static boolean isWhiteSpace(char c) {
        return (c >= 0x09 && c <= 0x0D)
                || c == 0x20
                || c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    private static boolean isAllowed(int[] points, int i) {
        int point = points[i];
        if (isJoiner(point)) {
            return i > 0 && i < points.length - 1 && !isJoiner(points[i + 1]);
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.FORMAT -> false;
            default -> FORBIDDEN.indexOf(point) < 0;
        };
    }

    static boolean isJoiner(int point) {
        return point == ZWJ || point == ZWNJ;
    }

    private static boolean isReserved(String text) {
        int dot = text.indexOf('.');
        String first = dot < 0 ? text : text.substring(0, dot);
        return RESERVED.matcher(first.toUpperCase(Locale.ROOT)).matches();
    }

    private static String describe(int point) {
        return FORBIDDEN.indexOf(point) >= 0
                ? "the character " + Character.toString(point)
                : "the invisible or unknown character U+" + String.format(Locale.ROOT, "%04X", point);
    }

    private static Optional<Fault> fault(ErrorCode code, String reason) {
        return Optional.of(new Fault(code, reason));
    }
}
