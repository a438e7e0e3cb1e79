package org.wirephoto.client;

/** Makes text that came from a server safe to show, on a terminal too. */
public final class PeerText {
    private static final int LONGEST = 1000;

    private PeerText() {}

    /**
     * The text with a question mark in place of each character that a terminal might obey or that hides others:
     * controls, format characters such as those that turn the direction of writing, and line separators. Cut after
     * 1000 characters.
     */
    public static String clean(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(point -> isSafe(point) ? point : '?')
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isSafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
