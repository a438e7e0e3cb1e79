package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirephoto.storage.Upload;

class HousekeepingTest extends LibraryFixture {
    @Test
    void letsImagesLeaveTheTrashAfterTheirTime() throws Exception {
        save(ALICE, "old.png", ONE);
        delete(ALICE, "old.png");
        clock.advance(Duration.ofDays(29));
        save(ALICE, "newer.png", TWO);
        delete(ALICE, "newer.png");
        parts.housekeeping().round();
        assertThat(trashNames()).containsExactly("newer.png", "old.png");

        clock.advance(Duration.ofDays(1).plusMillis(1));
        parts.housekeeping().round();
        assertThat(trashNames()).containsExactly("newer.png");
        assertThat(files("images")).isEqualTo(1);
    }

    @Test
    void emptiesALargeTrashInOneRound() throws Exception {
        for (int i = 0; i < 120; i++) {
            save(ALICE, i + ".png", ONE);
            delete(ALICE, i + ".png");
        }
        clock.advance(Duration.ofDays(31));
        parts.housekeeping().round();
        assertThat(trashNames()).isEmpty();
        assertThat(files("images")).isZero();
    }

    @Test
    void dropsUploadsThatNobodyWentOnWith() throws Exception {
        byte[] bytes = {1, 2, 3};
        try (Incoming broken = begin(ALICE, saveOf("one.png", bytes))) {
            broken.write(ByteBuffer.wrap(bytes, 0, 2));
        }
        parts.housekeeping().round();
        assertThat(uploadedBytes()).isPositive();
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        parts.housekeeping().round();
        assertThat(uploadedBytes()).isZero();
    }

    @Test
    void keepsSomeUploadsForEachKey() throws Exception {
        for (byte i = 0; i < 20; i++) {
            byte[] bytes = {i, 2, 3};
            try (Incoming broken = begin(ALICE, saveOf("one.png", bytes))) {
                broken.write(ByteBuffer.wrap(bytes, 0, 1));
            }
            clock.advance(Duration.ofSeconds(1));
        }
        parts.housekeeping().round();
        assertThat(uploadedBytes()).isEqualTo(16);
    }

    @Test
    void sweepsBytesThatNothingNames() throws Exception {
        save(ALICE, "kept.png", TWO);
        place(ONE);
        assertThat(files("images")).isEqualTo(2);
        parts.housekeeping().round();
        assertThat(store.blobs().contains(digest(ONE))).isFalse();
        assertThat(fetch("kept.png")).isEqualTo(TWO);
    }

    @Test
    void sweepsNothingWhileBytesAreKept() throws Exception {
        place(ONE);
        Sweeper sweeper = new Sweeper(store.catalogue(), store.blobs(), digest -> {});
        Sweeper.Hold hold = sweeper.holdOff();
        assertThat(sweeper.sweepAll()).isZero();
        hold.close();
        hold.close();
        assertThat(sweeper.isHeldOff()).isFalse();
        assertThat(sweeper.sweepAll()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAnErrorInOneStep() throws Exception {
        save(ALICE, "old.png", ONE);
        delete(ALICE, "old.png");
        clock.advance(Duration.ofDays(31));
        disk.failDroppingUploads(new StackOverflowError());
        parts.housekeeping().round();
        assertThat(trashNames()).isEmpty();
    }

    /** Puts bytes in the store that nothing names, as a crash leaves them. */
    private void place(byte[] bytes) throws Exception {
        try (Upload upload = store.blobs().begin("", Optional.of(digest(bytes)), bytes.length)) {
            upload.write(ByteBuffer.wrap(bytes));
            upload.place();
        }
    }

    @Test
    void beginsWhenALibraryIsOpenedForUseOnly() throws Exception {
        place(ONE);
        library.close();
        ImageLibrary.openForMaintenance(folder, LibrarySettings.defaults(), Clock.systemUTC())
                .close();
        assertThat(files("images")).isEqualTo(1);
        Path image = folder.resolve("images");
        try (ImageLibrary used = ImageLibrary.open(folder, LibrarySettings.defaults(), Clock.systemUTC())) {
            assertThat(used.count()).isZero();
            long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (files("images") > 0 && System.nanoTime() < limit) {
                Thread.onSpinWait();
            }
        }
        assertThat(Files.exists(image)).isTrue();
        assertThat(files("images")).isZero();
        open(LibrarySettings.defaults());
    }
}
