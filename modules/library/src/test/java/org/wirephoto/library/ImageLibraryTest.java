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
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;
import org.wirephoto.storage.Blob;
import org.wirephoto.storage.NoSpaceException;
import org.wirephoto.testkit.TestImages;

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
    class Variants {
        private byte[] thumbnail(String name) throws Exception {
            return fetch(new Command.Return(
                    name,
                    Optional.of(Variant.THUMBNAIL),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty()));
        }

        @Test
        void areDrawn() throws Exception {
            save(ALICE, "photo.png", TestImages.photo(ImageType.PNG, 600, 400, 1));
            assertThat(thumbnail("photo.png")).startsWith(0xFF, 0xD8);
        }

        @Test
        void areRefusedWhereTheTypeCannotBeDecoded() throws Exception {
            save(ALICE, "still.avif", TestImages.of(ImageType.AVIF, 1));
            assertRefused(ErrorCode.NO_PREVIEW, () -> thumbnail("still.avif"));
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
