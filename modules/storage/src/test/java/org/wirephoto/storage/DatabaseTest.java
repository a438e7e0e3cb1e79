package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void create() throws IOException {
        file = Files.createFile(folder.resolve("some.db"));
    }

    /** Fails as a read does whose fault made SQLite end the transaction by itself. */
    private static String failAndEnd(Database database, IOException fault) throws IOException {
        return database.snapshot(() -> {
            database.run("ROLLBACK");
            throw fault;
        });
    }

    @Nested
    class ASnapshot {
        @Test
        void failsWithItsOwnFaultWhereTheTransactionIsGone() throws IOException {
            try (Database database = Database.open(file, Database.Access.READ)) {
                IOException fault = new IOException("the read failed");
                assertThatThrownBy(() -> failAndEnd(database, fault)).isSameAs(fault);
                assertThat(fault.getSuppressed()).hasSize(1);
                assertThat(database.isSound()).isFalse();
            }
        }

        @Test
        void leavesNoTransactionOpenWhereItsEndFails() throws IOException {
            try (Database database = Database.open(file, Database.Access.WRITE)) {
                database.run("PRAGMA foreign_keys = ON");
                database.run("CREATE TABLE one(id INTEGER PRIMARY KEY)");
                database.run("CREATE TABLE two(one REFERENCES one DEFERRABLE INITIALLY DEFERRED)");
                assertThatThrownBy(() -> database.snapshot(() -> database.update("INSERT INTO two VALUES (1)")))
                        .isInstanceOf(IllegalStateException.class);
                assertThat(database.isSound()).isTrue();
                assertThat(database.<Long>snapshot(() -> database.number("SELECT count(*) FROM two")))
                        .isZero();
            }
        }
    }

    @Nested
    class AReader {
        @Test
        void getsAnotherConnectionInPlaceOfOneThatIsNotSound() throws IOException {
            List<Database> used = new ArrayList<>();
            try (Readers readers = new Readers(file, 1)) {
                assertThatThrownBy(() -> readers.read(database -> {
                            used.add(database);
                            return failAndEnd(database, new IOException("the read failed"));
                        }))
                        .hasMessage("the read failed");
                long seven = readers.read(database -> {
                    used.add(database);
                    return database.number("SELECT 7");
                });
                assertThat(seven).isEqualTo(7);
            }
            assertThat(used.getFirst()).isNotSameAs(used.getLast());
            assertThatThrownBy(() -> used.getFirst().run("BEGIN")).isInstanceOf(IOException.class);
        }
    }
}
