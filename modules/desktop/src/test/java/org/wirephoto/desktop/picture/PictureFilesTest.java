package org.wirephoto.desktop.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.desktop.session.Images;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Variant;

class PictureFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int SIZE = 1000;

    @TempDir
    Path folder;

    private final List<Digest> digests =
            Images.many(30).stream().map(image -> image.attributes().digest()).toList();

    private PictureFiles files(long room) {
        return new PictureFiles(folder.resolve("pictures"), room, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path file(int index) {
        String hex = digests.get(index).hex();
        return folder.resolve("pictures").resolve(hex.substring(0, 2)).resolve(hex + ".thumbnail");
    }

    @Test
    void variantsAreKeptApart() {
        PictureFiles files = files(1_000_000);
        files.write(digests.get(0), Variant.THUMBNAIL, new byte[] {1});
        files.write(digests.get(0), Variant.PREVIEW, new byte[] {2});
        assertThat(files.read(digests.get(0), Variant.THUMBNAIL)).hasValue(new byte[] {1});
        assertThat(files.read(digests.get(0), Variant.PREVIEW)).hasValue(new byte[] {2});
        assertThat(files.read(digests.get(1), Variant.PREVIEW)).isEmpty();
    }

    @Test
    void whatWasNotUsedForLongestGivesWay() throws IOException {
        PictureFiles files = files(10 * SIZE);
        for (int i = 0; i < 10; i++) {
            files.write(digests.get(i), Variant.THUMBNAIL, new byte[SIZE]);
            Files.setLastModifiedTime(file(i), FileTime.from(NOW.minusSeconds(86_400L * (10 - i))));
        }
        files.read(digests.get(0), Variant.THUMBNAIL); // used again
        files.write(digests.get(10), Variant.THUMBNAIL, new byte[SIZE]);
        assertThat(files.read(digests.get(0), Variant.THUMBNAIL)).isPresent();
        assertThat(files.read(digests.get(1), Variant.THUMBNAIL)).isEmpty();
        assertThat(files.read(digests.get(10), Variant.THUMBNAIL)).isPresent();
    }

    @Test
    void neverTakesMoreThanItsRoom() throws IOException {
        PictureFiles files = files(10 * SIZE);
        for (Digest digest : digests) {
            files.write(digest, Variant.THUMBNAIL, new byte[SIZE]);
        }
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).count()).isBetween(5L, 10L);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFault() throws IOException {
        Files.writeString(folder.resolve("pictures"), "a file in place of the folder");
        PictureFiles files = files(1_000_000);
        files.write(digests.get(0), Variant.THUMBNAIL, new byte[] {1});
        assertThat(files.read(digests.get(0), Variant.THUMBNAIL)).isEmpty();
    }
}
