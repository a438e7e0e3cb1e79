package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

class SavingTest extends LibraryFixture {
    private static final Digest OTHER = new Digest("0".repeat(64));

    @Test
    void keepsEveryAcceptedImageAsItIs() throws Exception {
        for (TestImage image : TestImages.accepted()) {
            Image saved = save(ALICE, image.name(), image.bytes());
            assertThat(saved.attributes())
                    .as(image.name())
                    .returns(image.type().orElseThrow(), ImageAttributes::type)
                    .returns(image.width(), ImageAttributes::width)
                    .returns(image.height(), ImageAttributes::height)
                    .returns(digest(image.bytes()), ImageAttributes::digest)
                    .returns((long) image.bytes().length, ImageAttributes::filesize)
                    .returns(clock.instant(), ImageAttributes::saved)
                    .returns(Optional.of("Alice"), ImageAttributes::sender);
            assertThat(stat(image.name())).isEqualTo(saved);
            assertThat(fetch(image.name())).as(image.name()).isEqualTo(image.bytes());
        }
    }

    @Test
    void refusesWhatIsNoImageAndLeavesNothing() throws Exception {
        for (TestImage file : TestImages.refused()) {
            RefusedException refused =
                    refusal(() -> save(ALICE, withoutDigest(file.name(), file.bytes()), file.bytes()));
            assertThat(refused.code()).as(file.name()).isEqualTo(file.refusal().orElseThrow());
        }
        assertThat(names()).isEmpty();
        assertThat(files("incoming")).isZero();
        assertThat(files("images")).isZero();
    }

    @Test
    void normalisesTheName() throws Exception {
        assertThat(save(ALICE, "  my\u00a0cat .png ", ONE).name().text()).isEqualTo("my_cat_.png");
    }

    @Test
    void givesEveryImageAnIdOfItsOwn() throws Exception {
        assertThat(save(ALICE, "one.png", ONE).attributes().id())
                .isNotEqualTo(save(ALICE, "two.png", ONE).attributes().id());
    }

    @Test
    void takesTheBytesInAnyParts() throws Exception {
        try (Incoming incoming = begin(ALICE, saveOf("one.png", ONE))) {
            for (byte b : ONE) {
                incoming.write(ByteBuffer.wrap(new byte[] {b}));
            }
            assertThat(incoming.offset()).isEqualTo(incoming.size());
            incoming.finish();
        }
        assertThat(fetch("one.png")).isEqualTo(ONE);
    }

    @Test
    void showsNothingBeforeItIsFinished() throws Exception {
        try (Incoming incoming = begin(ALICE, saveOf("one.png", ONE))) {
            incoming.write(ByteBuffer.wrap(ONE));
            assertThat(names()).isEmpty();
            assertRefused(ErrorCode.NOT_FOUND, () -> stat("one.png"));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesTheTypeAsSoonAsItShows() throws Exception {
        byte[] text = new byte[200_000];
        Arrays.fill(text, (byte) 'a');
        try (Incoming incoming = begin(ALICE, withoutDigest("text.png", text))) {
            incoming.write(ByteBuffer.wrap(text, 0, ContentRules.HEAD_BYTES - 1));
            assertRefused(
                    ErrorCode.TYPE_UNSUPPORTED,
                    () -> incoming.write(ByteBuffer.wrap(text, ContentRules.HEAD_BYTES - 1, 1)));
            assertThat(files("incoming")).isZero();
            assertThatThrownBy(() -> incoming.write(ByteBuffer.wrap(text, 0, 1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void doesNotFinishBeforeAllBytesCame() throws Exception {
        try (Incoming incoming = begin(ALICE, saveOf("one.png", ONE))) {
            incoming.write(ByteBuffer.wrap(ONE, 0, 10));
            assertThatThrownBy(incoming::finish).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class ANameThatIsTaken {
        @Test
        void isRefusedWithAFreeOne() throws Exception {
            save(ALICE, "beach.png", ONE);
            save(ALICE, "beach-2.png", TWO);
            assertRefused(ErrorCode.ALREADY_EXISTS, "BEACH-3.png", () -> save(BOB, "BEACH.png", THREE));
            save(BOB, "BEACH-3.png", THREE);
        }

        @Test
        void isFineForTheSameBytes() throws Exception {
            Image first = save(ALICE, "beach.png", ONE);
            String before = now();
            clock.advance(Duration.ofHours(1));
            assertThat(library.begin(BOB, saveOf("Beach.PNG", ONE))).isEqualTo(new SaveStep.Done(first));
            assertThat(library.begin(BOB, replacing("Beach.PNG", ONE))).isEqualTo(new SaveStep.Done(first));
            assertThat(eventsSince(before)).isEmpty();
        }

        @Test
        void isFineForTheSameBytesWhateverTheConditionSays() throws Exception {
            Image first = save(ALICE, "beach.png", ONE);
            Command.Save request = new Command.Save(
                    "beach.png", OptionalLong.of(ONE.length), Optional.of(digest(ONE)), true, Optional.of(OTHER));
            assertThat(library.begin(BOB, request)).isEqualTo(new SaveStep.Done(first));
        }

        @Test
        void isFineForTheSameDigestWhateverTheSizeSays() throws Exception {
            Image first = save(ALICE, "beach.png", ONE);
            Command.Save request = new Command.Save(
                    "beach.png", OptionalLong.of(ONE.length + 1), Optional.of(digest(ONE)), false, Optional.empty());
            assertThat(library.begin(BOB, request)).isEqualTo(new SaveStep.Done(first));
        }

        @Test
        void changesNothingWhereTheSameBytesAreSentWithoutDigestToReplace() throws Exception {
            Image first = save(ALICE, "beach.png", ONE);
            String before = now();
            Command.Save request = new Command.Save(
                    "beach.png", OptionalLong.of(ONE.length), Optional.empty(), true, Optional.empty());
            assertThat(save(ALICE, request, ONE)).isEqualTo(first);
            assertThat(eventsSince(before)).isEmpty();
            assertThat(files("images")).isEqualTo(1);
            assertThat(files("incoming")).isZero();
        }
    }

    @Nested
    class AFault {
        @Test
        void ofTheNameComesWithAFreeNameThatWorks() throws Exception {
            save(ALICE, "a_b.png", ONE);
            RefusedException refused = refusal(() -> save(ALICE, "a:b.png", TWO));
            assertThat(refused.code()).isEqualTo(ErrorCode.NAME_INVALID);
            save(ALICE, refused.suggestion().orElseThrow().text(), TWO);
        }

        @Test
        void ofTheExtensionComesWithTheRightName() throws Exception {
            assertRefused(ErrorCode.EXTENSION_MISMATCH, "beach.png", () -> save(ALICE, "beach.jpg", ONE));
            save(ALICE, "beach.png", TWO);
            assertRefused(ErrorCode.EXTENSION_MISMATCH, "beach-2.png", () -> save(ALICE, "beach.jpg", ONE));
            save(ALICE, "beach-2.png", ONE);
        }

        @Test
        void ofASizeIsTold() {
            Command.Save nothing =
                    new Command.Save("a.png", OptionalLong.empty(), Optional.empty(), false, Optional.empty());
            assertRefused(ErrorCode.SIZE_MISSING, () -> library.begin(ALICE, nothing));
        }
    }

    @Nested
    class Replacing {
        @Test
        void movesTheEarlierImageToTheTrashAndAdoptsTheSpelling() throws Exception {
            Image first = save(ALICE, "beach.png", ONE);
            String before = now();
            Image second = save(ALICE, replacing("Beach.png", TWO), TWO);
            assertThat(second.name().text()).isEqualTo("Beach.png");
            assertThat(second.attributes().id()).isNotEqualTo(first.attributes().id());
            assertThat(names()).containsExactly("Beach.png");
            assertThat(trashNames()).containsExactly("beach.png");
            assertThat(eventsSince(before)).containsExactly("saved Beach.png");
        }

        @Test
        void isAPlainSaveWhereTheNameIsFree() throws Exception {
            save(ALICE, replacing("beach.png", ONE), ONE);
            assertThat(names()).containsExactly("beach.png");
            assertThat(trashNames()).isEmpty();
        }

        @Test
        void asksForTheConditionThatTheCallerSet() throws Exception {
            save(ALICE, "beach.png", ONE);
            assertRefused(ErrorCode.CHANGED, () -> save(ALICE, replacingIf(OTHER), TWO));
            save(ALICE, replacingIf(digest(ONE)), TWO);
            assertThat(fetch("beach.png")).isEqualTo(TWO);
        }

        @Test
        void doesNotHoldWhereThereIsNothingToReplace() {
            assertRefused(ErrorCode.CHANGED, () -> save(ALICE, replacingIf(digest(ONE)), TWO));
        }

        private Command.Save replacingIf(Digest digest) {
            return new Command.Save(
                    "beach.png", OptionalLong.of(TWO.length), Optional.of(digest(TWO)), true, Optional.of(digest));
        }
    }

    @Nested
    class BytesThatAreHeld {
        @Test
        void getAnotherNameWithoutBeingSent() throws Exception {
            Image first = save(ALICE, "one.png", ONE);
            clock.advance(Duration.ofMinutes(1));
            SaveStep step = library.begin(BOB, saveOf("again.png", ONE));
            assertThat(step).isInstanceOf(SaveStep.Done.class);
            Image again = ((SaveStep.Done) step).image();
            assertThat(again.attributes().digest()).isEqualTo(first.attributes().digest());
            assertThat(again.attributes().width()).isEqualTo(first.attributes().width());
            assertThat(again.attributes().sender()).hasValue("Bob");
            assertThat(again.attributes().saved()).isEqualTo(clock.instant());
            assertThat(names()).containsExactly("again.png", "one.png");
            assertThat(files("images")).isEqualTo(1);
        }

        @Test
        void haveToGoWithTheExtension() throws Exception {
            save(ALICE, "one.png", ONE);
            assertRefused(ErrorCode.EXTENSION_MISMATCH, "two.png", () -> library.begin(BOB, saveOf("two.jpg", ONE)));
        }

        @Test
        void haveToBeOfTheSizeThatIsTold() throws Exception {
            save(ALICE, "one.png", ONE);
            Command.Save longer = new Command.Save(
                    "two.png", OptionalLong.of(ONE.length + 1), Optional.of(digest(ONE)), false, Optional.empty());
            assertRefused(ErrorCode.DIGEST_MISMATCH, () -> library.begin(BOB, longer));
            Command.Save both = new Command.Save(
                    "two.jpg", OptionalLong.of(ONE.length + 1), Optional.of(digest(ONE)), false, Optional.empty());
            assertRefused(ErrorCode.EXTENSION_MISMATCH, "two.png", () -> library.begin(BOB, both));
        }

        @Test
        void areSentAgainWhereOnlyTheTrashHasThem() throws Exception {
            save(ALICE, "one.png", ONE);
            delete(ALICE, "one.png");
            assertThat(library.begin(BOB, saveOf("two.png", ONE))).isInstanceOf(SaveStep.Receiving.class);
            save(BOB, "two.png", ONE);
            assertThat(files("images")).isEqualTo(1);
        }

        @Test
        void replaceAnImage() throws Exception {
            save(ALICE, "one.png", ONE);
            save(ALICE, "two.png", TWO);
            assertThat(library.begin(ALICE, replacing("two.png", ONE))).isInstanceOf(SaveStep.Done.class);
            assertThat(fetch("two.png")).isEqualTo(ONE);
            assertThat(trashNames()).containsExactly("two.png");
        }
    }

    @Nested
    class ABrokenUpload {
        private final byte[] large = TestImages.photo(ImageType.PNG, 300, 300, 5);

        @Test
        void isResumedWhereItBroke() throws Exception {
            breakOff(ALICE, saveOf("large.png", large), large);
            clock.advance(Duration.ofMinutes(1));
            try (Incoming again = begin(ALICE, saveOf("other.png", large))) {
                assertThat(again.offset()).isEqualTo(large.length / 2);
                again.write(ByteBuffer.wrap(large, large.length / 2, large.length - large.length / 2));
                again.finish();
            }
            assertThat(fetch("other.png")).isEqualTo(large);
            assertThat(files("incoming")).isZero();
        }

        @Test
        void isLostToWhoeverGoesOnWithIt() throws Exception {
            try (Incoming silent = begin(ALICE, saveOf("large.png", large))) {
                silent.write(ByteBuffer.wrap(large, 0, 1000));
                clock.advance(Duration.ofMinutes(1));
                try (Incoming next = takeOver(saveOf("large.png", large), 1000)) {
                    assertRefused(ErrorCode.TIMEOUT, () -> silent.write(ByteBuffer.wrap(large, 1000, 1000)));
                    next.write(ByteBuffer.wrap(large, 1000, large.length - 1000));
                    next.finish();
                }
            }
            assertThat(fetch("large.png")).isEqualTo(large);
        }

        /** The lease of an upload goes by a clock that no test can move: asks until it has run out. */
        private Incoming takeOver(Command.Save request, long offset) throws Exception {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < end) {
                Incoming incoming = begin(ALICE, request);
                if (incoming.offset() == offset) {
                    return incoming;
                }
                incoming.close();
            }
            throw new AssertionError("the lease did not run out");
        }

        @Test
        void givesWayToTheNewestOfItsKeyAtOnce() throws Exception {
            reopen(LibrarySettings.defaults().withUploads(Duration.ofHours(1), 2));
            for (int i = 0; i < 4; i++) {
                byte[] bytes = TestImages.photo(ImageType.PNG, 100, 100, 50 + i);
                breakOff(ALICE, saveOf("large-" + i + ".png", bytes), bytes);
                clock.advance(Duration.ofMinutes(1));
            }
            assertThat(files("incoming")).isEqualTo(2);
        }

        @Test
        void belongsToItsKey() throws Exception {
            breakOff(ALICE, saveOf("large.png", large), large);
            clock.advance(Duration.ofMinutes(1));
            try (Incoming other = begin(BOB, saveOf("large.png", large))) {
                assertThat(other.offset()).isZero();
            }
        }

        @Test
        void isNotKeptWithoutADigest() throws Exception {
            breakOff(ALICE, withoutDigest("large.png", large), large);
            assertThat(files("incoming")).isZero();
        }

        @Test
        void isCheckedAgainForItsNewName() throws Exception {
            breakOff(ALICE, saveOf("large.png", large), large);
            clock.advance(Duration.ofMinutes(1));
            assertRefused(
                    ErrorCode.EXTENSION_MISMATCH, "large.png", () -> library.begin(ALICE, saveOf("large.jpg", large)));
            try (Incoming again = begin(ALICE, saveOf("large.png", large))) {
                assertThat(again.offset()).isEqualTo(large.length / 2);
            }
        }

        @Test
        void showsItsTypeOnceEnoughHasCome() throws Exception {
            byte[] text = new byte[100_000];
            Arrays.fill(text, (byte) 'a');
            breakOff(ALICE, saveOf("text.png", text), text);
            clock.advance(Duration.ofMinutes(1));
            try (Incoming again = begin(ALICE, saveOf("text.png", text))) {
                assertThat(again.offset()).isEqualTo(50_000);
                assertRefused(ErrorCode.TYPE_UNSUPPORTED, () -> again.write(ByteBuffer.wrap(text, 50_000, 50_000)));
            }
            assertThat(files("incoming")).isZero();
        }

        private void breakOff(Caller caller, Command.Save request, byte[] bytes) throws Exception {
            try (Incoming incoming = begin(caller, request)) {
                incoming.write(ByteBuffer.wrap(bytes, 0, bytes.length / 2));
            }
        }
    }

    @Test
    void finishesWhenItsBytesWereSweptBeforeTheyHadAName() throws Exception {
        try (Incoming incoming = begin(ALICE, withoutDigest("one.png", ONE))) {
            incoming.write(ByteBuffer.wrap(ONE));
            parts.housekeeping().round();
            incoming.finish();
        }
        assertThat(fetch("one.png")).isEqualTo(ONE);
    }
}
