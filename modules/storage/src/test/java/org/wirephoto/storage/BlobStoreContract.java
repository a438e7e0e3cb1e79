package org.wirephoto.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.Digest;

/** What every blob store does, whatever it is made of. */
abstract class BlobStoreContract {
    static final String OWNER = "key/1";
    static final byte[] BYTES = new byte[200_000];

    static {
        new Random(7).nextBytes(BYTES);
    }

    @TempDir
    Path folder;

    final FakeTime time = new FakeTime();
    BlobStore blobs;

    /** Opens the store that lies in {@link #folder}. */
    abstract BlobStore open() throws IOException;

    @BeforeEach
    void openFirst() throws IOException {
        blobs = open();
    }

    @AfterEach
    void closeLast() throws IOException {
        blobs.close();
    }

    void reopen() throws IOException {
        blobs.close();
        blobs = open();
    }

    Upload begin(byte[] bytes) throws IOException {
        return blobs.begin(OWNER, Optional.of(Samples.digest(bytes)), bytes.length);
    }

    static void write(Upload upload, byte[] bytes, int from, int to) throws IOException {
        upload.write(ByteBuffer.wrap(bytes, from, to - from));
    }

    Digest store(byte[] bytes) throws IOException {
        try (Upload upload = begin(bytes)) {
            write(upload, bytes, (int) upload.offset(), bytes.length);
            upload.place();
        }
        return Samples.digest(bytes);
    }

    /** Leaves an upload behind that broke after some bytes. */
    void breakOff(byte[] bytes, int held) throws IOException {
        try (Upload upload = begin(bytes)) {
            write(upload, bytes, (int) upload.offset(), held);
        }
    }

    byte[] read(Digest digest) throws IOException {
        try (Blob blob = blobs.open(digest)) {
            byte[] bytes = Channels.newInputStream(blob.channel()).readAllBytes();
            assertThat(blob.size()).isEqualTo(bytes.length);
            assertThat(Files.readAllBytes(blob.file())).isEqualTo(bytes);
            return bytes;
        }
    }

    List<Digest> all() throws IOException {
        List<Digest> digests = new ArrayList<>();
        blobs.forEachDigest(digests::add);
        return digests;
    }

    @Nested
    class Placing {
        @Test
        void keepsTheBytes() throws IOException {
            try (Upload upload = begin(BYTES)) {
                for (int from = 0; from < BYTES.length; from += 33_333) {
                    write(upload, BYTES, from, Math.min(BYTES.length, from + 33_333));
                    assertThat(upload.digest()).isEqualTo(Samples.digest(Arrays.copyOf(BYTES, (int) upload.offset())));
                }
                assertThat(blobs.contains(Samples.digest(BYTES))).isFalse();
                upload.place();
            }
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
            reopen();
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
            assertThat(all()).containsExactly(Samples.digest(BYTES));
        }

        @Test
        void keepsTheSameBytesOnce() throws IOException {
            store(BYTES);
            store(BYTES);
            assertThat(all()).hasSize(1);
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
        }

        @Test
        void needsNoAnnouncedDigest() throws IOException {
            try (Upload upload = blobs.begin(OWNER, Optional.empty(), BYTES.length)) {
                write(upload, BYTES, 0, BYTES.length);
                upload.place();
                assertThat(upload.digest()).isEqualTo(Samples.digest(BYTES));
            }
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
        }

        @Test
        void putsABlobBackThatWasRemovedSince() throws IOException {
            try (Upload upload = begin(BYTES)) {
                write(upload, BYTES, 0, BYTES.length);
                upload.place();
                upload.place();
                assertThat(blobs.delete(Samples.digest(BYTES))).isTrue();
                upload.place();
            }
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
        }

        @Test
        void refusesWhatIsNotWhole() throws IOException {
            try (Upload upload = begin(BYTES)) {
                write(upload, BYTES, 0, BYTES.length - 1);
                assertThatThrownBy(upload::place).isInstanceOf(IllegalStateException.class);
            }
            assertThat(all()).isEmpty();
        }

        @Test
        void refusesWhatWasNotAnnounced() throws IOException {
            byte[] other = BYTES.clone();
            other[5]++;
            try (Upload upload = begin(BYTES)) {
                write(upload, other, 0, other.length);
                assertThatThrownBy(upload::place).isInstanceOf(IllegalStateException.class);
                upload.discard();
            }
            assertThat(all()).isEmpty();
        }

        @Test
        void ofTheSameBytesByManyAtOnceMakesOneBlob() throws Exception {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Digest>> savers = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    savers.add(() -> store(BYTES));
                }
                for (Future<Digest> saver : threads.invokeAll(savers, 30, TimeUnit.SECONDS)) {
                    assertThat(saver.get()).isEqualTo(Samples.digest(BYTES));
                }
            }
            assertThat(all()).hasSize(1);
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
        }
    }

    @Nested
    class Writing {
        @Test
        void refusesMoreThanWasAnnounced() throws IOException {
            try (Upload upload = begin(BYTES)) {
                write(upload, BYTES, 0, BYTES.length - 10);
                assertThatThrownBy(() -> write(upload, BYTES, 0, 11)).isInstanceOf(IllegalArgumentException.class);
                assertThat(upload.offset()).isEqualTo(BYTES.length - 10);
                write(upload, BYTES, BYTES.length - 10, BYTES.length);
                upload.place();
            }
        }

        @Test
        void showsTheFirstBytes() throws IOException {
            try (Upload upload = begin(BYTES)) {
                assertThat(upload.head(100).remaining()).isZero();
                write(upload, BYTES, 0, 60);
                assertThat(upload.head(100))
                        .isEqualTo(ByteBuffer.wrap(BYTES, 0, 60).slice());
                write(upload, BYTES, 60, 5_000);
                assertThat(upload.head(100))
                        .isEqualTo(ByteBuffer.wrap(BYTES, 0, 100).slice());
                assertThat(Files.readAllBytes(upload.file())).isEqualTo(Arrays.copyOf(BYTES, 5_000));
            }
        }

        @Test
        void takesDirectBuffersAndPartsOfOthers() throws IOException {
            ByteBuffer direct = ByteBuffer.allocateDirect(BYTES.length + 3).position(3);
            direct.put(BYTES).position(3);
            try (Upload upload = begin(BYTES)) {
                upload.write(direct.asReadOnlyBuffer());
                upload.place();
            }
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
        }

        @Test
        void endsWithTheStore() throws IOException {
            try (Upload upload = begin(BYTES)) {
                write(upload, BYTES, 0, 10);
                blobs.close();
                assertThatThrownBy(() -> write(upload, BYTES, 10, 20)).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> begin(BYTES)).isInstanceOf(IOException.class);
            }
            blobs = open();
            try (Upload upload = begin(BYTES)) {
                assertThat(upload.offset()).isEqualTo(10);
            }
        }
    }

    @Nested
    class Resuming {
        @Test
        void goesOnWhereItBroke() throws IOException {
            breakOff(BYTES, 70_000);
            reopen();
            try (Upload upload = begin(BYTES)) {
                assertThat(upload.offset()).isEqualTo(70_000);
                assertThat(upload.digest()).isEqualTo(Samples.digest(Arrays.copyOf(BYTES, 70_000)));
                assertThat(upload.head(9))
                        .isEqualTo(ByteBuffer.wrap(BYTES, 0, 9).slice());
                write(upload, BYTES, 70_000, BYTES.length);
                upload.place();
            }
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
            try (Upload upload = begin(BYTES)) {
                assertThat(upload.offset()).isZero();
            }
        }

        @Test
        void goesOnAtTheEndWhereAllBytesCame() throws IOException {
            breakOff(BYTES, BYTES.length);
            try (Upload upload = begin(BYTES)) {
                assertThat(upload.offset()).isEqualTo(BYTES.length);
                upload.place();
            }
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
        }

        @Test
        void needsTheSameOwnerDigestAndSize() throws IOException {
            breakOff(BYTES, 70_000);
            Digest digest = Samples.digest(BYTES);
            List<Upload> others = List.of(
                    blobs.begin("key/2", Optional.of(digest), BYTES.length),
                    blobs.begin(OWNER, Optional.of(Samples.digest("other")), BYTES.length),
                    blobs.begin(OWNER, Optional.of(digest), BYTES.length + 1),
                    blobs.begin(OWNER, Optional.empty(), BYTES.length));
            for (Upload other : others) {
                assertThat(other.offset()).isZero();
                other.close();
            }
        }

        @Test
        void isNotForWhatWasDroppedOrNeverAnnounced() throws IOException {
            try (Upload upload = begin(BYTES)) {
                write(upload, BYTES, 0, 50);
                upload.discard();
            }
            try (Upload upload = blobs.begin(OWNER, Optional.empty(), BYTES.length)) {
                write(upload, BYTES, 0, 50);
            }
            try (Upload upload = begin(BYTES)) {
                assertThat(upload.offset()).isZero();
            }
            assertThat(blobs.dropOldestUpload()).isEmpty();
        }
    }

    @Nested
    class Leases {
        @Test
        void keepOneWriterFromTheOthers() throws IOException {
            try (Upload first = begin(BYTES)) {
                write(first, BYTES, 0, 100);
                time.pass(Duration.ofMillis(4_900));
                try (Upload second = begin(BYTES)) {
                    assertThat(second.offset()).isZero();
                    write(first, BYTES, 100, BYTES.length);
                    write(second, BYTES, 0, BYTES.length);
                    first.place();
                    second.place();
                }
            }
            assertThat(all()).hasSize(1);
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
        }

        @Test
        void areTakenOverWhenNothingCame() throws IOException {
            Upload first = begin(BYTES);
            write(first, BYTES, 0, 100);
            time.pass(Duration.ofMillis(5_001));
            try (Upload second = begin(BYTES)) {
                assertThat(second.offset()).isEqualTo(100);
                assertThatThrownBy(() -> write(first, BYTES, 100, 200)).isInstanceOf(LeaseLostException.class);
                assertThatThrownBy(first::place).isInstanceOf(LeaseLostException.class);
                assertThatThrownBy(first::digest).isInstanceOf(LeaseLostException.class);
                first.discard();
                first.close();
                write(second, BYTES, 100, BYTES.length);
                second.place();
            }
            assertThat(read(Samples.digest(BYTES))).isEqualTo(BYTES);
        }

        @Test
        void areRenewedByEveryByte() throws IOException {
            try (Upload first = begin(BYTES)) {
                for (int i = 0; i < 3; i++) {
                    write(first, BYTES, i, i + 1);
                    time.pass(Duration.ofSeconds(4));
                }
                try (Upload second = begin(BYTES)) {
                    assertThat(second.offset()).isZero();
                }
                write(first, BYTES, 3, BYTES.length);
                first.place();
            }
        }

        @Test
        void areNotTakenFromAnUploadThatHasAllItsBytes() throws IOException {
            try (Upload first = begin(BYTES)) {
                write(first, BYTES, 0, BYTES.length);
                time.pass(Duration.ofHours(1));
                try (Upload second = begin(BYTES)) {
                    assertThat(second.offset()).isZero();
                }
                first.place();
            }
        }

        @Test
        void leaveTheLongerPartToGoOnWith() throws IOException {
            try (Upload first = begin(BYTES);
                    Upload second = begin(BYTES)) {
                write(first, BYTES, 0, 10);
                write(second, BYTES, 0, 5_000);
            }
            try (Upload upload = begin(BYTES)) {
                assertThat(upload.offset()).isEqualTo(5_000);
            }
        }
    }

    @Nested
    class Dropping {
        private void breakOff(String owner, int size) throws IOException {
            byte[] bytes = Arrays.copyOf(BYTES, size);
            try (Upload upload = blobs.begin(owner, Optional.of(Samples.digest(bytes)), size)) {
                write(upload, bytes, 0, size - 1);
            }
            time.pass(Duration.ofMinutes(1));
        }

        private boolean isHeld(String owner, int size) throws IOException {
            byte[] bytes = Arrays.copyOf(BYTES, size);
            try (Upload upload = blobs.begin(owner, Optional.of(Samples.digest(bytes)), size)) {
                return upload.offset() > 0;
            }
        }

        @Test
        void takesWhatIsTooOld() throws IOException {
            breakOff("a", 100);
            breakOff("a", 101);
            assertThat(blobs.dropUploads(Samples.NOON.plusSeconds(30), 16)).isEqualTo(1);
            assertThat(isHeld("a", 100)).isFalse();
            assertThat(isHeld("a", 101)).isTrue();
        }

        @Test
        void takesTheOldestOfAnOwnerWithTooMany() throws IOException {
            for (int size = 100; size < 104; size++) {
                breakOff("a", size);
            }
            breakOff("b", 50);
            assertThat(blobs.dropUploads(Samples.NOON.minusSeconds(1), 3)).isEqualTo(1);
            assertThat(isHeld("a", 100)).isFalse();
            assertThat(isHeld("a", 101)).isTrue();
            assertThat(isHeld("b", 50)).isTrue();
        }

        @Test
        void takesTheOldestFirstToMakeRoom() throws IOException {
            breakOff("a", 100);
            breakOff("b", 200);
            assertThat(blobs.interruptedBytes()).isEqualTo(99 + 199);
            assertThat(blobs.dropOldestUpload()).hasValue(99);
            assertThat(blobs.interruptedBytes()).isEqualTo(199);
            assertThat(blobs.dropOldestUpload()).hasValue(199);
            assertThat(blobs.dropOldestUpload()).isEmpty();
        }

        @Test
        void leavesWhatIsBeingWritten() throws IOException {
            try (Upload upload = begin(BYTES)) {
                write(upload, BYTES, 0, 10);
                time.pass(Duration.ofDays(2));
                assertThat(blobs.dropUploads(time.instant(), 0)).isZero();
                assertThat(blobs.dropOldestUpload()).isEmpty();
                write(upload, BYTES, 10, BYTES.length);
                upload.place();
            }
        }
    }

    @Nested
    class Blobs {
        @Test
        void thatAreNotThereCanNotBeOpened() throws IOException {
            assertThatThrownBy(() -> blobs.open(Samples.digest("nothing"))).isInstanceOf(NoSuchFileException.class);
            assertThat(blobs.delete(Samples.digest("nothing"))).isFalse();
            assertThat(blobs.contains(Samples.digest("nothing"))).isFalse();
        }

        @Test
        void stayReadableWhileTheyAreOpen() throws IOException {
            Digest digest = store(BYTES);
            try (Blob blob = blobs.open(digest)) {
                assertThat(blobs.delete(digest)).isTrue();
                assertThat(blobs.contains(digest)).isFalse();
                assertThat(Channels.newInputStream(blob.channel()).readAllBytes())
                        .isEqualTo(BYTES);
            }
        }

        @Test
        void leaveRoom() throws IOException {
            assertThat(blobs.usableSpace()).isPositive();
        }
    }
}
