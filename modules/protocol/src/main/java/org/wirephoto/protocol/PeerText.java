package org.wirephoto.protocol;

import java.util.Locale;

/**
 * Text that came from somebody else (a peer, a file, the network), made fit for a log or a terminal: it stays on
 * its line, keeps its direction, gives the terminal no orders and does not grow without bound.
 */
public final class PeerText {
    private static final char ELLIPSIS = '…';

    private PeerText() {}

    /**
     * Escapes what a person could not see or a terminal would obey: controls, line and paragraph separators,
     * format characters (those that turn the direction of writing among them), halves of surrogate pairs and what
     * Unicode has not assigned. They become <code>\n</code>, <code>\r</code>, <code>\t</code> or their code point
     * between braces, and a backslash is doubled, so that no text can pass for another's escape. The two joiners
     * that a name may have stay as they are.
     *
     * @param text any text
     * @param maxChars the most chars that the result may have, at least 1; where that is too few, whole characters
     *     and whole escapes are kept and an ellipsis ends them
     * @throws IllegalArgumentException if {@code maxChars} is below 1
     */
    public static String safe(String text, int maxChars) {
        if (maxChars < 1) {
            throw new IllegalArgumentException("maxChars " + maxChars);
        }
        StringBuilder out = new StringBuilder();
        int beforeEllipsis = 0;
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            String shown = show(point);
            if (out.length() + shown.length() > maxChars) {
                out.setLength(beforeEllipsis);
                return out.append(ELLIPSIS).toString();
            }
            out.append(shown);
            if (out.length() < maxChars) {
                beforeEllipsis = out.length();
            }
        }
        return out.toString();
    }

    private static String show(int point) {
        return switch (point) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isSafe(point) ? Character.toString(point) : escape(point);
        };
    }

    private static boolean isSafe(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT -> NameRules.isJoiner(point);
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escape(int point) {
        return "\\u{" + Integer.toHexString(point).toUpperCase(Locale.ROOT) + "}";
    }
}
