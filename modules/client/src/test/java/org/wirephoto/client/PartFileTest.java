package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.Digest;

class PartFileTest {
    @TempDir
    private Path folder;

    @Test
    void goesToItsPlaceWhereThereAreNoSecondNames() throws Exception {
        Path file = folder.resolve("a.png");
        try (PartFile part = PartFile.fresh(folder)) {
            part.append(new byte[] {1, 2}, 2);
            part.moveOntoReserved(file);
        }
        assertThat(file).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void takesNobodysPlaceThere() throws Exception {
        Path file = Files.write(folder.resolve("a.png"), new byte[] {3});
        try (PartFile part = PartFile.fresh(folder)) {
            part.append(new byte[] {1, 2}, 2);
            assertThatThrownBy(() -> part.moveOntoReserved(file)).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(file).hasBinaryContent(new byte[] {3});
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void goesWhenNobodyWillGoOnWithIt() throws Exception {
        Digest digest = Digest.parse("ab".repeat(32)).orElseThrow();
        Path file = folder.resolve("a.png");
        WirephotoClient.discardPart(file, digest);
        assertThat(folder).isEmptyDirectory();
        try (PartFile part = PartFile.of(folder, digest)) {
            part.append(new byte[] {1, 2}, 2);
            WirephotoClient.discardPart(file, digest);
            assertThat(folder).as("another fetch is at it").isNotEmptyDirectory();
        }
        assertThat(folder).isNotEmptyDirectory();

        WirephotoClient.discardPart(file, digest);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givesTheNameBackWhereTheMoveFails() throws Exception {
        Path file = folder.resolve("a.png");
        try (PartFile part = PartFile.fresh(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                Files.delete(files.iterator().next());
            }
            assertThatThrownBy(() -> part.moveOntoReserved(file)).isInstanceOf(java.io.IOException.class);
        }
        assertThat(file).doesNotExist();
    }
}
