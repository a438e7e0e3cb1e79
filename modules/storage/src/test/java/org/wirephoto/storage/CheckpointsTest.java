package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    @TempDir
    Path folder;

    private long free;

    @Test
    void waitForRoomWhereTheFileWouldOutgrowTheDisk() throws Exception {
        Path file = Files.createFile(folder.resolve("wirephoto.db"));
        try (Database database = Database.open(file, Database.Access.WRITE)) {
            Checkpoints checkpoints = new Checkpoints(database, file, () -> free);
            database.run("CREATE TABLE large (bytes BLOB)");
            database.update("INSERT INTO large VALUES (zeroblob(200000))");
            long before = Files.size(file);
            free = 100_000;
            checkpoints.idle();
            assertThat(file).hasSize(before);
            free = 1_000_000;
            checkpoints.idle();
            assertThat(Files.size(file)).isGreaterThan(200_000);
        }
    }
}
