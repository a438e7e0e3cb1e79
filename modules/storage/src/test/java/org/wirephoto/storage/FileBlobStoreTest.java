package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Digest;

class FileBlobStoreTest extends BlobStoreContract {
    @Override
    BlobStore open() throws IOException {
        return new FileBlobStore(folder, StorageSettings.DEFAULT, time, time);
    }

    private Path file(Digest digest) {
        return folder.resolve("images").resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    private long incoming() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("incoming"))) {
            return files.count();
        }
    }

    @Nested
    class FilesOnDisk {
        @Test
        void lieUnderTheirDigestForTheirOwnerAlone() throws IOException {
            Path file = file(store(BYTES));
            assertThat(file).hasBinaryContent(BYTES);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
            assertThat(incoming()).isZero();
        }

        @Test
        void ofAnUploadAreForItsOwnerAlone() throws IOException {
            try (Upload upload = begin(BYTES)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(upload.file())))
                        .isEqualTo("rw-------");
            }
        }

        @Test
        void thatNobodyCanGoOnWithAreGoneAfterARestart() throws IOException {
            breakOff(BYTES, 10);
            Files.createFile(folder.resolve("incoming").resolve(UploadName.anonymous()));
            blobs.close();
            blobs = open();
            assertThat(incoming()).isEqualTo(1);
        }

        @Test
        void ofTheWrongSizeAreWrittenAnew() throws IOException {
            Digest digest = store(BYTES);
            Files.write(file(digest), new byte[3]);
            store(BYTES);
            assertThat(read(digest)).isEqualTo(BYTES);
        }

        @Test
        void areNotFollowedWhereTheyAreLinks() throws IOException {
            Digest digest = Samples.digest(BYTES);
            Path elsewhere = Files.write(folder.resolve("elsewhere"), BYTES);
            Files.createDirectory(file(digest).getParent());
            Files.createSymbolicLink(file(digest), elsewhere);
            assertThat(blobs.contains(digest)).isFalse();
            assertThatThrownBy(() -> blobs.open(digest)).isInstanceOf(IOException.class);
            store(BYTES);
            assertThat(file(digest)).isRegularFile();
            assertThat(Files.isSymbolicLink(file(digest))).isFalse();
            assertThat(elsewhere).hasBinaryContent(BYTES);
        }

        @Test
        void areNotPutIntoFoldersThatAreLinks() throws IOException {
            blobs.close();
            Path link = folder.resolve("images").resolve("ab");
            Files.createSymbolicLink(link, Files.createDirectory(folder.resolve("elsewhere")));
            assertThatThrownBy(FileBlobStoreTest.this::open).isInstanceOf(ForeignFolderException.class);
        }

        @Test
        void thatAreLongerThanTheirUploadAreNotGoneOnWith() throws IOException {
            breakOff(BYTES, 10);
            try (Stream<Path> files = Files.list(folder.resolve("incoming"))) {
                Files.write(files.findFirst().orElseThrow(), new byte[BYTES.length + 1]);
            }
            try (Upload upload = begin(BYTES)) {
                assertThat(upload.offset()).isZero();
            }
        }

        @Test
        void ofAKilledUploadOfABlobThatIsThereDoNotReachTheBlob() throws IOException {
            Path incoming;
            Path saved = folder.resolve("saved");
            try (Upload upload = begin(BYTES)) {
                write(upload, BYTES, 0, BYTES.length);
                upload.place();
                incoming = upload.file();
                Files.createLink(saved, incoming);
            }
            Files.move(saved, incoming); // as a kill between the placing and the closing leaves it
            reopen();
            try (Upload upload = begin(BYTES)) {
                assertThat(upload.offset()).isEqualTo(BYTES.length);
                assertThatThrownBy(() -> write(upload, BYTES, 0, 1)).isInstanceOf(IllegalArgumentException.class);
                upload.discard();
            }
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
        }
    }

    @Nested
    class WithoutHardLinks {
        @Test
        void theBytesAreCopied() throws IOException {
            Path elsewhere = Path.of("/dev/shm");
            assumeTrue(Files.isWritable(elsewhere)
                    && !Files.getFileStore(elsewhere).equals(Files.getFileStore(folder)));
            Digest digest = Samples.digest(BYTES);
            Path upload = Files.write(Files.createTempFile(elsewhere, "wirephoto", ""), BYTES);
            try {
                BlobFiles files = new BlobFiles(folder.resolve("images"));
                files.place(upload, digest, BYTES.length);
                files.place(upload, digest, BYTES.length);
            } finally {
                Files.delete(upload);
            }
            assertThat(read(digest)).isEqualTo(BYTES);
            assertThat(folder.resolve("images")).isDirectoryNotContaining("glob:**.tmp");
        }
    }

    @Nested
    class FullDisks {
        @Test
        void areToldFromOtherFaults() {
            assertThat(DiskFaults.of(new IOException("No space left on device"), folder))
                    .isInstanceOf(NoSpaceException.class);
            assertThat(DiskFaults.of(new java.nio.file.FileSystemException("a", "b", "Disk quota exceeded"), folder))
                    .isInstanceOf(NoSpaceException.class);
            IOException other = new IOException("Input/output error");
            assertThat(DiskFaults.of(other, folder)).isSameAs(other);
        }
    }
}
