package org.wirephoto.library;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.wirephoto.protocol.ImageName;

/** Finds what somebody may have meant who asked for a name that is not there. */
final class NearestName {
    private static final int LETTERS_PER_MISTAKE = 3;
    private static final int MOST_MISTAKES = 5;

    private NearestName() {}

    /** The candidate with the fewest mistakes, if they are few for a name of this length. */
    static Optional<ImageName> of(ImageName wanted, Collection<ImageName> candidates) {
        return candidates.stream()
                .filter(candidate -> isNear(wanted, candidate))
                .min(Comparator.comparingInt((ImageName candidate) -> mistakes(wanted, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(ImageName wanted, ImageName candidate) {
        int length = ImageName.keyOf(wanted.stem()).length();
        int allowed = Math.min(MOST_MISTAKES, length / LETTERS_PER_MISTAKE);
        return stemMistakes(wanted, candidate) <= allowed;
    }

    private static int mistakes(ImageName wanted, ImageName candidate) {
        String extension = ImageName.keyOf(candidate.extension());
        boolean same = ImageName.keyOf(wanted.extension()).equals(extension);
        return 2 * stemMistakes(wanted, candidate) + (same ? 0 : 1);
    }

    private static int stemMistakes(ImageName wanted, ImageName candidate) {
        return distance(ImageName.keyOf(wanted.stem()), ImageName.keyOf(candidate.stem()));
    }

    /** How many characters have to be added, dropped, exchanged or swapped with their neighbour. */
    static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean equal = one.charAt(i - 1) == other.charAt(j - 1);
                int exchanged = last[j - 1] + (equal ? 0 : 1);
                row[j] = Math.min(exchanged, 1 + Math.min(last[j], row[j - 1]));
                if (isSwap(one, i, other, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }

    private static boolean isSwap(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
