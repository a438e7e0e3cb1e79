package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirephoto.protocol.Sort;

/** How SQLite goes about the lists: through an index, straight to where a page begins. */
class QueryPlanTest {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("wirephoto.db");
        SqliteCatalogue.open(file, StorageSettings.DEFAULT).close();
        database = Database.open(file, Database.Access.READ);
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    private List<String> plan(String sql) throws IOException {
        return database.list("EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail"));
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void aPageIsFoundInItsOwnIndexAndNeedsNoSorting(Sort sort) throws IOException {
        String begins = switch (sort) {
            case NAME -> "(name_key>?)";
            case OLDEST -> "((saved,name_key)>(?,?))";
            case NEWEST, LARGEST, TAKEN -> "((by_" + sort.wire() + ",name_key)>(?,?))";
        };
        assertThat(plan(ListOrder.of(sort).walk()))
                .singleElement()
                .isEqualTo("SEARCH image USING INDEX live_by_" + sort.wire() + " " + begins);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void aFewMatchesAreFoundByTheirPartsAndSorted(Sort sort) throws IOException {
        List<String> plan = plan(ListOrder.of(sort).pick());
        assertThat(plan).hasSize(3);
        assertThat(plan.get(0)).startsWith("SCAN name_part VIRTUAL TABLE INDEX");
        assertThat(plan.get(1)).isEqualTo("SEARCH image USING INTEGER PRIMARY KEY (rowid=?)");
        assertThat(plan.get(2)).isEqualTo("USE TEMP B-TREE FOR ORDER BY");
    }

    @Test
    void aPageOfTheTrashIsFoundInItsOwnIndex() throws IOException {
        assertThat(plan(ImageLists.TRASH))
                .singleElement()
                .isEqualTo("SEARCH image USING INDEX trash_by_deleted ((by_deleted,id)>(?,?))");
    }
}
