package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.NoSpaceException;
import org.wirephoto.testkit.TestImages;

class SpaceTest extends LibraryFixture {
    private final byte[] large = TestImages.photo(ImageType.PNG, 200, 200, 9);

    @Nested
    class TheDisk {
        @Test
        void hasRoomForWhatFits() throws Exception {
            disk.leaveFree(large.length);
            save(ALICE, "large.png", large);
            assertRefused(ErrorCode.STORAGE_FULL, () -> save(ALICE, "one.png", ONE));
        }

        @Test
        void isKeptForWhatIsOnItsWay() throws Exception {
            disk.leaveFree(large.length + ONE.length - 1);
            try (Incoming first = begin(ALICE, saveOf("large.png", large))) {
                assertRefused(ErrorCode.STORAGE_FULL, () -> library.begin(BOB, saveOf("one.png", ONE)));
                first.write(ByteBuffer.wrap(large, 0, 1000));
                assertRefused(ErrorCode.STORAGE_FULL, () -> library.begin(BOB, saveOf("one.png", ONE)));
                first.write(ByteBuffer.wrap(large, 1000, large.length - 1000));
                first.finish();
            }
            assertThat(names()).containsExactly("large.png");
        }

        @Test
        void isFreeAgainWhenASaveEndsWithoutItsImage() throws Exception {
            disk.leaveFree(large.length);
            begin(ALICE, withoutDigest("large.png", large)).close();
            save(BOB, "large.png", large);
        }

        @Test
        void isLeftFreeAsFarAsTheSettingsSay() throws Exception {
            reopen(LibrarySettings.defaults().withDiskReserve(1000));
            disk.leaveFree(ONE.length + 999);
            assertRefused(ErrorCode.STORAGE_FULL, () -> save(ALICE, "one.png", ONE));
            disk.leaveFree(ONE.length + 1000);
            save(ALICE, "one.png", ONE);
        }

        @Test
        void isTakenFromInterruptedUploadsFirst() throws Exception {
            save(ALICE, "trashed.png", ONE);
            delete(ALICE, "trashed.png");
            try (Incoming broken = begin(ALICE, saveOf("large.png", large))) {
                broken.write(ByteBuffer.wrap(large, 0, large.length - 1));
            }
            clock.advance(Duration.ofMinutes(1));
            disk.leaveFree(0);
            save(BOB, "two.png", TWO);
            assertThat(trashNames()).containsExactly("trashed.png");
        }

        @Test
        void isNotTakenFromTheUploadThatIsGoneOnWith() throws Exception {
            breakOffLarge();
            disk.leaveFree(1);
            try (Incoming again = begin(ALICE, saveOf("large.png", large))) {
                assertThat(again.offset()).isEqualTo(large.length - 1);
                again.write(ByteBuffer.wrap(large, large.length - 1, 1));
                again.finish();
            }
            assertThat(fetch("large.png")).isEqualTo(large);
        }

        @Test
        void refusedToAnUploadLeavesWhatIsHeldOfIt() throws Exception {
            breakOffLarge();
            disk.leaveFree(0);
            assertRefused(ErrorCode.STORAGE_FULL, () -> library.begin(ALICE, saveOf("large.png", large)));
            assertThat(uploadedBytes()).isEqualTo(large.length - 1);
        }

        @Test
        void leavesInterruptedUploadsWhereTheyWouldNotHelp() throws Exception {
            breakOffLarge();
            disk.leaveFree(0);
            byte[] larger = TestImages.photo(ImageType.PNG, 300, 300, 11);
            assertRefused(ErrorCode.STORAGE_FULL, () -> save(BOB, "larger.png", larger));
            assertThat(uploadedBytes()).isEqualTo(large.length - 1);
        }

        private void breakOffLarge() throws Exception {
            try (Incoming broken = begin(ALICE, saveOf("large.png", large))) {
                broken.write(ByteBuffer.wrap(large, 0, large.length - 1));
            }
        }

        @Test
        void holdsUpNoUploadWhileItIsAskedForItsFreeSpace() throws Exception {
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            try (Incoming first = begin(ALICE, saveOf("large.png", large));
                    ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
                disk.holdUp(asked, goOn);
                Future<Image> second = other.submit(() -> save(BOB, "one.png", ONE));
                try {
                    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
                    Future<Boolean> written = other.submit(() -> {
                        first.write(ByteBuffer.wrap(large));
                        return true;
                    });
                    assertThat(written.get(10, TimeUnit.SECONDS)).isTrue();
                } finally {
                    goOn.countDown();
                }
                assertThat(second.get(20, TimeUnit.SECONDS).name().text()).isEqualTo("one.png");
            }
        }

        @Test
        void isTakenFromTheTrashTheOldestFirst() throws Exception {
            save(ALICE, "first.png", ONE);
            save(ALICE, "second.png", large);
            save(ALICE, "third.png", THREE);
            for (String name : new String[] {"first.png", "second.png", "third.png"}) {
                clock.advance(Duration.ofSeconds(1));
                delete(ALICE, name);
            }
            disk.leaveFree(0);
            save(BOB, "large.png", TestImages.photo(ImageType.PNG, 190, 190, 10));
            assertThat(trashNames()).containsExactly("third.png");
        }

        @Test
        void leavesTheTrashWhereItWouldNotHelp() throws Exception {
            save(ALICE, "one.png", ONE);
            delete(ALICE, "one.png");
            disk.leaveFree(0);
            assertRefused(ErrorCode.STORAGE_FULL, () -> save(BOB, "large.png", large));
            assertThat(trashNames()).containsExactly("one.png");
        }

        @Test
        void leavesTheTrashWhileBytesAreKeptForABackup() throws Exception {
            save(ALICE, "large.png", large);
            delete(ALICE, "large.png");
            disk.leaveFree(0);
            Sweeper sweeper = new Sweeper(store.catalogue(), store.blobs(), digest -> {});
            Space space =
                    new Space(store.catalogue(), store.blobs(), new Trash(store.catalogue(), sweeper), settings());
            Sweeper.Hold hold = sweeper.holdOff();
            Space.Promise promise = space.promise(ALICE, 10, Optional.empty());
            assertRefused(ErrorCode.STORAGE_FULL, () -> promise.promiseDisk(10));
            hold.close();
            promise.promiseDisk(10);
            promise.close();
            assertThat(trashNames()).isEmpty();
        }

        @Test
        void isTakenFromTheTrashOneByOneWhereTheCatalogueHasNoRoomForMore() throws Exception {
            trash("first.png", ONE);
            trash("second.png", TWO);
            trash("third.png", THREE);
            disk.leaveFree(0);
            Catalogue cramped = mock(Catalogue.class, AdditionalAnswers.delegatesTo(store.catalogue()));
            doThrow(mock(NoSpaceException.class))
                    .doAnswer(AdditionalAnswers.delegatesTo(store.catalogue()))
                    .when(cramped)
                    .write(any());
            Sweeper sweeper = new Sweeper(store.catalogue(), store.blobs(), digest -> {});
            Space space = new Space(store.catalogue(), store.blobs(), new Trash(cramped, sweeper), settings());
            try (Space.Promise promise = space.promise(ALICE, ONE.length + TWO.length, Optional.empty())) {
                promise.promiseDisk(ONE.length + TWO.length);
            }
            assertThat(trashNames()).containsExactly("third.png");
        }

        private void trash(String name, byte[] bytes) throws Exception {
            save(ALICE, name, bytes);
            clock.advance(Duration.ofSeconds(1));
            delete(ALICE, name);
        }

        private LibrarySettings settings() {
            return LibrarySettings.defaults().withDiskReserve(0);
        }

        @Test
        void isNotNeededForBytesThatAreHeld() throws Exception {
            save(ALICE, "one.png", ONE);
            disk.leaveFree(0);
            save(BOB, "again.png", ONE);
        }
    }

    @Nested
    class TheQuota {
        @Test
        void countsLiveImagesAndThoseOnTheirWay() throws Exception {
            reopen(LibrarySettings.defaults().withQuota(ONE.length + TWO.length + 100));
            save(ALICE, "one.png", ONE);
            Incoming two = begin(ALICE, saveOf("two.png", TWO));
            assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> save(BOB, "three.png", THREE));
            two.close();
            save(BOB, "two.png", TWO);
            assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> save(BOB, "three.png", THREE));
            assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> save(BOB, "again.png", ONE));
            delete(ALICE, "one.png");
            save(BOB, "three.png", ONE);
        }

        @Test
        void hasRoomForAReplacement() throws Exception {
            reopen(LibrarySettings.defaults().withQuota(Math.max(ONE.length, TWO.length)));
            save(ALICE, "one.png", ONE);
            save(ALICE, replacing("one.png", TWO), TWO);
            assertThat(fetch("one.png")).isEqualTo(TWO);
        }

        @Test
        void countsWhatIsRestored() throws Exception {
            reopen(LibrarySettings.defaults().withQuota(ONE.length + 10));
            save(ALICE, "one.png", ONE);
            delete(ALICE, "one.png");
            save(ALICE, "again.png", ONE);
            assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> restore(ALICE, "one.png"));
            delete(ALICE, "again.png");
            library.restore(ALICE, new Command.Restore("one.png", Optional.empty(), Optional.empty()));
        }
    }

    @Nested
    class TheQuotaOfAKey {
        private Caller withQuota(Caller caller, long bytes) {
            return new Caller(caller.keyId(), caller.role(), caller.label(), caller.from(), OptionalLong.of(bytes));
        }

        @Test
        void countsItsOwnLiveImagesAndThoseOnTheirWay() throws Exception {
            Caller alice = withQuota(ALICE, ONE.length + TWO.length);
            save(BOB, "bobs.png", large);
            save(alice, "one.png", ONE);
            try (Incoming two = begin(alice, saveOf("two.png", TWO))) {
                assertThat(two.offset()).isZero();
                assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> library.begin(alice, saveOf("again.png", ONE)));
                save(BOB, "again.png", ONE);
            }
            save(alice, "two.png", TWO);
            assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> save(alice, "three.png", ONE));
            delete(alice, "one.png");
            save(alice, "three.png", ONE);
        }

        @Test
        void outlivesARestart() throws Exception {
            save(ALICE, "one.png", ONE);
            reopen(LibrarySettings.defaults().withDiskReserve(0));
            Caller alice = withQuota(ALICE, ONE.length);
            assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> save(alice, "two.png", TWO));
        }

        @Test
        void countsTheSameBytesUnderAnotherNameAgain() throws Exception {
            Caller alice = withQuota(ALICE, ONE.length);
            save(alice, "one.png", ONE);
            assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> save(alice, "copy.png", ONE));
            save(alice, "one.png", ONE);
        }

        @Test
        void hasRoomForAReplacementOfItsOwnButNotOfAnothers() throws Exception {
            int most = Math.max(ONE.length, TWO.length);
            Caller alice = withQuota(ALICE, most);
            save(alice, "one.png", ONE);
            save(alice, replacing("one.png", TWO), TWO);
            Caller curator = withQuota(CURATOR, TWO.length - 1);
            assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> save(curator, replacing("one.png", large), large));
        }

        @Test
        void isNotChargedForAnImageOfAnothersThatIsRestored() throws Exception {
            save(ALICE, "one.png", ONE);
            delete(ALICE, "one.png");
            assertRefused(ErrorCode.QUOTA_EXCEEDED, () -> restore(withQuota(ALICE, 1), "one.png"));
            restore(withQuota(CURATOR, 1), "one.png");
            assertThat(store.catalogue().usage(ALICE.keyId()).bytes()).isEqualTo(ONE.length);
        }
    }
}
