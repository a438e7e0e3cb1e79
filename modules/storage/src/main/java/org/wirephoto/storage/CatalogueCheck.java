package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for damage in a catalogue's file. */
final class CatalogueCheck {
    private static final int MOST = 100;
    private static final String COUNTS = "SELECT (SELECT count(*) FROM image WHERE deleted IS NULL) = images"
            + " AND (SELECT count(*) FROM image WHERE deleted IS NOT NULL) = trashed"
            + " AND (SELECT coalesce(sum(filesize), 0) FROM image) = bytes + trashed_bytes FROM total";
    private static final String SHARES = "SELECT (SELECT coalesce(sum(images), 0) FROM usage) = images"
            + " AND (SELECT coalesce(sum(trashed), 0) FROM usage) = trashed"
            + " AND (SELECT coalesce(sum(bytes + trashed_bytes), 0) FROM usage) = bytes + trashed_bytes FROM total";

    private CatalogueCheck() {}

    /** A sentence for each thing that is wrong; empty where all is well. */
    static List<String> problems(Path file) throws IOException {
        try (Database database = Database.open(file, Database.Access.READ)) {
            List<String> problems =
                    new ArrayList<>(database.list("PRAGMA integrity_check(" + MOST + ")", row -> row.getString(1)));
            problems.remove("ok");
            if (database.number(COUNTS) != 1) {
                problems.add("The counts of images and bytes are not those of the rows.");
            }
            if (database.number(SHARES) != 1) {
                problems.add("The shares of the owners are not the whole.");
            }
            return problems;
        }
    }
}
