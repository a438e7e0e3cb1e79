package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.storage.Blob;
import org.wirephoto.storage.NoSpaceException;

class ImageLibraryTest extends LibraryFixture {
    @Nested
    class Opening {
        @Test
        void makesALibraryWhereThereIsNone() throws Exception {
            Path other = temp.resolve("some/where/new");
            try (ImageLibrary made = ImageLibrary.open(other, LibrarySettings.defaults(), Clock.systemUTC())) {
                assertThat(made.count()).isZero();
                assertThat(made.settings()).isEqualTo(LibrarySettings.defaults());
            }
            assertThat(other).isDirectory();
        }

        @Test
        void refusesAFolderThatIsInUse() {
            assertThatThrownBy(() -> ImageLibrary.open(folder, LibrarySettings.defaults(), Clock.systemUTC()))
                    .isInstanceOf(IOException.class);
        }

        @Test
        void findsEverythingAgain() throws Exception {
            Image saved = save(ALICE, "one.png", ONE);
            reopen(LibrarySettings.defaults());
            assertThat(library.count()).isEqualTo(1);
            assertThat(stat("one.png")).isEqualTo(saved);
            assertThat(fetch("one.png")).isEqualTo(ONE);
            delete(ALICE, "one.png");
        }
    }

    @Nested
    class ADiskThatTurnsOutToBeFull {
        @Test
        void refusesWhileTheBytesComeAndKeepsNothing() throws Exception {
            disk.failing(
                    upload -> doThrow(mock(NoSpaceException.class)).when(upload).write(any()));
            try (Incoming incoming = begin(ALICE, saveOf("one.png", ONE))) {
                assertRefused(ErrorCode.STORAGE_FULL, () -> incoming.write(ByteBuffer.wrap(ONE)));
            }
            assertThat(files("incoming")).isZero();
        }

        @Test
        void refusesWhenTheImageIsPlacedAndKeepsNothing() throws Exception {
            disk.failing(
                    upload -> doThrow(mock(NoSpaceException.class)).when(upload).place());
            assertRefused(ErrorCode.STORAGE_FULL, () -> save(ALICE, "one.png", ONE));
            assertThat(names()).isEmpty();
            assertThat(files("incoming")).isZero();
            assertThat(files("images")).isZero();
        }
    }

    @Test
    void sendsNoImageOfAnotherLengthThanItWasSavedWith() throws Exception {
        save(ALICE, "one.png", ONE);
        Path file;
        try (Blob blob = store.blobs().open(digest(ONE))) {
            file = blob.file();
        }
        Files.delete(file);
        Files.write(file, new byte[] {1});
        assertThatThrownBy(() -> fetch("one.png"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void failsWhereTheBytesOfAnImageAreGone() throws Exception {
        save(ALICE, "one.png", ONE);
        try (Blob blob = store.blobs().open(digest(ONE))) {
            Files.delete(blob.file());
        }
        assertThatThrownBy(() -> fetch("one.png")).isInstanceOf(IOException.class);
    }
}
