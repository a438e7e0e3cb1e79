package org.wirephoto.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.wirephoto.protocol.ImageName;

/** Finds names by their parts, with the index of every three characters in a row (trigrams) that they have. */
final class NameParts {
    private static final int PART = 3;
    /** A part that more names have than this says little about what somebody meant. */
    private static final int RARE = 2_000;
    /** How many parts of a name are looked up at most. */
    private static final int PARTS = 64;
    /** How many names that share rare parts are compared with the one that was asked for. */
    private static final int COMPARED = 500;

    private static final String FOUND = "SELECT rowid FROM name_part WHERE name_part MATCH ? LIMIT ?";

    private final Database database;

    NameParts(Database database) {
        this.database = database;
    }

    /**
     * What to look for in the index, where it has at most {@code few} names with this text in them; empty where there
     * are more, or where the text is too short for the index.
     */
    Optional<String> fewWith(String text, int few) throws IOException {
        if (text.codePointCount(0, text.length()) < PART) {
            return Optional.empty();
        }
        String phrase = phrase(text);
        return rows(phrase, few + 1).size() > few ? Optional.empty() : Optional.of(phrase);
    }

    private List<Long> rows(String phrase, int limit) throws IOException {
        return database.list(FOUND, row -> row.getLong(1), phrase, limit);
    }

    /** A text as the index's query language has it, every character standing for itself. */
    private static String phrase(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Names that might be meant: neighbours in the alphabet, and those that share the most parts, the best first. */
    List<ImageName> near(ImageName name, int limit) throws IOException {
        SequencedSet<ImageName> found = new LinkedHashSet<>();
        int side = Math.max(1, limit / 4);
        found.addAll(names("name_key < ? ORDER BY name_key DESC", name.key(), side));
        found.addAll(names("name_key > ? ORDER BY name_key", name.key(), side));
        Set<String> parts = parts(ImageRows.stemKey(name));
        List<ImageName> sharing = new ArrayList<>();
        for (long row : sharing(parts)) {
            sharing.addAll(names("row = ?", row, 1));
        }
        sharing.sort(Comparator.comparingDouble(other -> -likeness(parts, other)));
        found.addAll(sharing);
        return found.stream().limit(limit).toList();
    }

    /** How many of the parts that two names have are in both, from 0 to 1 (Dice's coefficient). */
    private static double likeness(Set<String> parts, ImageName other) {
        Set<String> others = parts(ImageRows.stemKey(other));
        long shared = others.stream().filter(parts::contains).count();
        return 2.0 * shared / Math.max(1, parts.size() + others.size());
    }

    private List<ImageName> names(String which, Object value, int limit) throws IOException {
        return database.list(
                "SELECT name FROM image WHERE deleted IS NULL AND " + which + " LIMIT ?",
                row -> ImageName.of(row.getString(1)),
                value,
                limit);
    }

    /** The rows that have the most of some parts, as far as those are rare. */
    private List<Long> sharing(Set<String> parts) throws IOException {
        Map<Long, Integer> shared = new HashMap<>();
        for (String part : parts) {
            List<Long> rows = rows(phrase(part), RARE + 1);
            if (rows.size() <= RARE) {
                rows.forEach(row -> shared.merge(row, 1, Integer::sum));
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> parts(String text) {
        int[] points = text.codePoints().toArray();
        Set<String> parts = new LinkedHashSet<>();
        for (int i = 0; i + PART <= points.length && parts.size() < PARTS; i++) {
            parts.add(new String(points, i, PART));
        }
        return parts;
    }
}
