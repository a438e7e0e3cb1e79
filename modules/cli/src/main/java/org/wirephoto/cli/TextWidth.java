package org.wirephoto.cli;

import java.util.Arrays;
import java.util.regex.Pattern;

/** How many columns of a terminal a text takes: Chinese and emoji take two, accents none. */
final class TextWidth {
    private static final Pattern CLUSTERS = Pattern.compile("\\X");
    private static final int EMOJI_STYLE = 0xFE0F;
    /** First and last code points that Unicode calls wide or full-width (EastAsianWidth.txt), ideographs and emoji apart. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3041, 0x33FF, 0xA000, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
        0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x1B000, 0x1B2FF
    };

    private TextWidth() {}

    /** The columns that {@code text} takes, which has no controls in it. */
    static int of(String text) {
        if (text.chars().allMatch(c -> c < 0x300)) {
            return text.length();
        }
        return CLUSTERS.matcher(text)
                .results()
                .mapToInt(cluster -> ofCluster(cluster.group()))
                .sum();
    }

    /** The text with spaces behind it, or before it, up to this many columns. */
    static String pad(String text, int columns, boolean right) {
        String blanks = " ".repeat(Math.max(0, columns - of(text)));
        return right ? blanks + text : text + blanks;
    }

    /** The text, or as much of it as fits in this many columns with an ellipsis in its middle. */
    static String fit(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        if (columns < 3) {
            return "…".repeat(Math.max(0, Math.min(columns, 1)));
        }
        String[] clusters =
                CLUSTERS.matcher(text).results().map(found -> found.group()).toArray(String[]::new);
        int last = clusters.length;
        int used = 0;
        int endRoom = columns / 2;
        while (last > 0 && used + ofCluster(clusters[last - 1]) <= endRoom) {
            used += ofCluster(clusters[--last]);
        }
        int first = 0;
        while (first < last && used + ofCluster(clusters[first]) <= columns - 1) {
            used += ofCluster(clusters[first++]);
        }
        return String.join("", Arrays.copyOf(clusters, first)) + "…"
                + String.join("", Arrays.copyOfRange(clusters, last, clusters.length));
    }

    /** However many code points an emoji is made of, it is one picture. */
    private static int ofCluster(String cluster) {
        return cluster.indexOf(EMOJI_STYLE) >= 0 || cluster.codePoints().anyMatch(Character::isEmojiPresentation)
                ? 2
                : cluster.codePoints().map(TextWidth::ofCodePoint).sum();
    }

    private static int ofCodePoint(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isJoinedHangul(point) ? 0 : isWide(point) ? 2 : 1;
        };
    }

    /** The vowels and final consonants that a terminal draws into the syllable before them. */
    private static boolean isJoinedHangul(int point) {
        return point >= 0x1160 && point <= 0x11FF;
    }

    private static boolean isWide(int point) {
        if (Character.isIdeographic(point)) {
            return true;
        }
        int at = Arrays.binarySearch(WIDE, point);
        return at >= 0 || -at % 2 == 0;
    }
}
