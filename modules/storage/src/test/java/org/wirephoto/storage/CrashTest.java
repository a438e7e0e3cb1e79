package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    private static final int ROUNDS = 2;
    private static final int LINES = 100;

    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasToldSaved() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path data = folder.resolve("round-" + round);
            List<String> told;
            try (OtherProcess other = OtherProcess.start("save", data)) {
                told = other.killAfter(LINES + round);
            }
            assertThat(told).hasSizeGreaterThanOrEqualTo(LINES);
            told.removeLast(); // the kill may have cut it
            try (EmbeddedStorage storage = EmbeddedStorage.open(data, StorageSettings.DEFAULT, Clock.systemUTC())) {
                assertThat(storage.catalogue().check()).isEmpty();
                assertThat(namesOfWholeImages(storage)).containsAll(told);
            }
        }
    }

    /** Every name in the catalogue; fails where one has no bytes, or others. */
    private static Set<String> namesOfWholeImages(EmbeddedStorage storage) throws Exception {
        Set<String> names = new HashSet<>();
        storage.catalogue().forEachImage(image -> {
            try (Blob blob = storage.blobs().open(image.attributes().digest())) {
                byte[] bytes = Channels.newInputStream(blob.channel()).readAllBytes();
                assertThat(Samples.digest(bytes)).isEqualTo(image.attributes().digest());
            }
            names.add(image.name().text());
        });
        return names;
    }
}
