package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;

/** Deleting and restoring. */
class TrashTest extends LibraryFixture {
    private Deleted delete(Caller caller, String name, String id, boolean forever) throws Exception {
        return library.delete(caller, new Command.Delete(name, Optional.of(id), forever, Optional.empty()));
    }

    @Nested
    class Deleting {
        @Test
        void movesTheImageToTheTrash() throws Exception {
            Image saved = save(ALICE, "Beach.png", ONE);
            String before = now();
            Deleted deleted = TrashTest.this.delete(ALICE, "beach.png");
            assertThat(deleted)
                    .isEqualTo(new Deleted(saved.name(), saved.attributes().id()));
            assertThat(deleted.name().text()).isEqualTo("Beach.png");
            assertThat(names()).isEmpty();
            assertThat(trashNames()).containsExactly("Beach.png");
            assertThat(eventsSince(before)).containsExactly("deleted Beach.png");
            assertThat(files("images")).isEqualTo(1);
        }

        @Test
        void findsOnlyTheLiveImageWithoutAnId() throws Exception {
            save(ALICE, "beach.png", ONE);
            TrashTest.this.delete(ALICE, "beach.png");
            assertRefused(ErrorCode.NOT_FOUND, () -> TrashTest.this.delete(ALICE, "beach.png"));
            assertRefused(ErrorCode.NOT_FOUND, () -> deleteForever(CURATOR, "beach.png"));
        }

        @Test
        void findsTheOneImageOfAnId() throws Exception {
            String first = save(ALICE, "beach.png", ONE).attributes().id();
            String second =
                    save(ALICE, replacing("beach.png", TWO), TWO).attributes().id();
            assertRefused(ErrorCode.NOT_FOUND, () -> delete(ALICE, "beach.png", "unknown", false));
            assertRefused(ErrorCode.NOT_FOUND, () -> delete(ALICE, "other.png", second, false));
            assertThat(delete(ALICE, "beach.png", second, false).id()).isEqualTo(second);
            String before = now();
            assertThat(delete(ALICE, "beach.png", first, false).id()).isEqualTo(first);
            assertThat(eventsSince(before))
                    .as("what was in the trash stays there")
                    .isEmpty();
            assertThat(trashNames()).containsExactly("beach.png", "beach.png");
        }

        @Test
        void removesForGoodWhatIsLive() throws Exception {
            save(ALICE, "beach.png", ONE);
            String before = now();
            deleteForever(CURATOR, "beach.png");
            assertThat(names()).isEmpty();
            assertThat(trashNames()).isEmpty();
            assertThat(eventsSince(before)).containsExactly("deleted beach.png");
            assertThat(files("images")).isZero();
        }

        @Test
        void removesForGoodWhatIsInTheTrash() throws Exception {
            String id = save(ALICE, "beach.png", ONE).attributes().id();
            TrashTest.this.delete(ALICE, "beach.png");
            String before = now();
            delete(CURATOR, "beach.png", id, true);
            assertThat(trashNames()).isEmpty();
            assertThat(eventsSince(before)).isEmpty();
            assertThat(files("images")).isZero();
        }

        @Test
        void keepsBytesThatAnotherImageHas() throws Exception {
            save(ALICE, "beach.png", ONE);
            save(ALICE, "sea.png", ONE);
            deleteForever(CURATOR, "beach.png");
            assertThat(fetch("sea.png")).isEqualTo(ONE);
        }

        @Test
        void asksForTheCondition() throws Exception {
            save(ALICE, "beach.png", ONE);
            assertRefused(ErrorCode.CHANGED, () -> library.delete(ALICE, deleteIf(digest(TWO))));
            library.delete(ALICE, deleteIf(digest(ONE)));
        }

        @Test
        void asksForOwnershipBeforeTheCondition() throws Exception {
            save(ALICE, "beach.png", ONE);
            assertRefused(ErrorCode.NOT_ALLOWED, () -> library.delete(BOB, deleteIf(digest(TWO))));
        }

        private Command.Delete deleteIf(Digest digest) {
            return new Command.Delete("beach.png", Optional.empty(), false, Optional.of(digest));
        }
    }

    @Nested
    class Restoring {
        private Image restore(String name, Optional<String> id, Optional<String> to) throws Exception {
            return library.restore(ALICE, new Command.Restore(name, id, to));
        }

        @Test
        void bringsBackTheNewestOfTheName() throws Exception {
            save(ALICE, "beach.png", ONE);
            save(ALICE, replacing("beach.png", TWO), TWO);
            clock.advance(Duration.ofSeconds(1));
            TrashTest.this.delete(ALICE, "beach.png");
            String before = now();
            Image restored = restore("BEACH.png", Optional.empty(), Optional.empty());
            assertThat(restored.name().text()).isEqualTo("beach.png");
            assertThat(fetch("beach.png")).isEqualTo(TWO);
            assertThat(eventsSince(before)).containsExactly("saved beach.png");
        }

        @Test
        void bringsBackTheOneOfAnIdAsItWas() throws Exception {
            Image saved = save(ALICE, "beach.png", ONE);
            save(ALICE, replacing("beach.png", TWO), TWO);
            TrashTest.this.delete(ALICE, "beach.png");
            Image restored = restore("beach.png", Optional.of(saved.attributes().id()), Optional.empty());
            assertThat(restored).isEqualTo(saved);
            assertThat(fetch("beach.png")).isEqualTo(ONE);
        }

        @Test
        void refusesATakenNameWithAFreeOneThatWorksAsTo() throws Exception {
            save(ALICE, "beach.png", ONE);
            save(ALICE, replacing("beach.png", TWO), TWO);
            assertRefused(
                    ErrorCode.ALREADY_EXISTS,
                    "beach-2.png",
                    () -> restore("beach.png", Optional.empty(), Optional.empty()));
            assertThat(restore("beach.png", Optional.empty(), Optional.of("beach-2.png"))
                            .name()
                            .text())
                    .isEqualTo("beach-2.png");
            assertThat(fetch("beach-2.png")).isEqualTo(ONE);
        }

        @Test
        void asksOfANewNameWhatEveryNameHasToBe() throws Exception {
            save(ALICE, "beach.png", ONE);
            TrashTest.this.delete(ALICE, "beach.png");
            assertRefused(ErrorCode.NAME_MISSING, () -> restore("beach.png", Optional.empty(), Optional.of(".png")));
            assertRefused(
                    ErrorCode.EXTENSION_MISMATCH,
                    "sea.png",
                    () -> restore("beach.png", Optional.empty(), Optional.of("sea.gif")));
            assertRefused(
                    ErrorCode.EXTENSION_MISSING,
                    "sea.png",
                    () -> restore("beach.png", Optional.empty(), Optional.of("sea")));
            restore("beach.png", Optional.empty(), Optional.of("sea.png"));
        }

        @Test
        void findsNothingThatIsNotInTheTrashUnderThatName() throws Exception {
            String id = save(ALICE, "beach.png", ONE).attributes().id();
            assertRefused(ErrorCode.NOT_FOUND, () -> restore("beach.png", Optional.empty(), Optional.empty()));
            assertRefused(ErrorCode.NOT_FOUND, () -> restore("beach.png", Optional.of(id), Optional.empty()));
            TrashTest.this.delete(ALICE, "beach.png");
            assertRefused(ErrorCode.NOT_FOUND, () -> restore("sea.png", Optional.of(id), Optional.empty()));
        }
    }
}
