package org.wirephoto.storage;

import org.wirephoto.protocol.Sort;

/**
 * The order of a list of live images, as SQL.
 *
 * <p>Each statement takes where the page begins (value, tie), the text that names must contain, and how many rows are
 * wanted. Behind {@link ImageRows#COLUMNS} come the place's two parts: the value that the list is sorted by, and the tie.
 *
 * @param walk goes along the list's own index, which has the names' keys too, and picks what matches
 * @param pick takes the few names that match and sorts those
 */
record ListOrder(String walk, String pick) {
    private static final ListOrder NAME = by("0", "live_by_name");
    private static final ListOrder NEWEST = by("by_newest", "live_by_newest");
    private static final ListOrder OLDEST = by("saved", "live_by_oldest");
    private static final ListOrder LARGEST = by("by_largest", "live_by_largest");
    private static final ListOrder TAKEN = by("by_taken", "live_by_taken");

    static ListOrder of(Sort sort) {
        return switch (sort) {
            case NAME -> NAME;
            case NEWEST -> NEWEST;
            case OLDEST -> OLDEST;
            case LARGEST -> LARGEST;
            case TAKEN -> TAKEN;
        };
    }

    private static ListOrder by(String value, String index) {
        boolean byName = value.equals("0");
        String select = "SELECT " + ImageRows.COLUMNS + ", " + value + ", name_key FROM ";
        String walk = select + "image INDEXED BY " + index + " WHERE deleted IS NULL AND "
                + (byName ? "name_key > ?2" : "(" + value + ", name_key) > (?1, ?2)")
                + " AND instr(name_key, ?3) > 0 ORDER BY "
                + (byName ? "name_key" : value + ", name_key")
                + " LIMIT ?4";
        // CROSS JOIN and the plus signs keep SQLite from walking an index of image instead.
        String pick = select + "(SELECT rowid AS found FROM name_part WHERE name_part MATCH ?3) CROSS JOIN image"
                + " ON image.row = found WHERE deleted IS NULL AND "
                + (byName ? "+name_key > ?2" : "(+" + value + ", +name_key) > (?1, ?2)")
                + " ORDER BY "
                + (byName ? "+name_key" : "+" + value + ", +name_key")
                + " LIMIT ?4";
        return new ListOrder(walk, pick);
    }
}
