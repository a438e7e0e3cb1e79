package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortFileTest {
    @TempDir
    Path folder;

    @Test
    void hasThePortWhileItIsOpenAndNothingElseLiesAround() throws IOException, FailureException {
        Path file = folder.resolve("port");
        Files.writeString(file, "an old one");
        try (PortFile _ = PortFile.write(file, 4711)) {
            assertThat(file).hasContent("4711\n");
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("gone/port");
        assertThatThrownBy(() -> PortFile.write(file, 1))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining(file.toString());
    }
}
