package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Sort;

/** Who may do what: every role, every command, on an own image and on another's. */
class AccessTest extends LibraryFixture {
    /** One command on an image that Bob saved, or one that was there before keys were. */
    enum Act {
        LIST,
        LIST_TRASH,
        RETURN,
        STAT,
        WATCH,
        SAVE,
        REPLACE,
        RENAME,
        DELETE,
        RESTORE,
        DELETE_FOREVER,
        DELETE_FOREVER_FROM_TRASH;

        boolean forViewers() {
            return compareTo(WATCH) <= 0;
        }

        boolean onOthersImages() {
            return compareTo(REPLACE) >= 0;
        }

        boolean forCurators() {
            return compareTo(DELETE_FOREVER) >= 0;
        }
    }

    private static final Caller NOBODY = new Caller("", CURATOR.role(), Optional.empty(), "test", OptionalLong.empty());

    @ParameterizedTest
    @EnumSource
    void allowsWhatRoleAndOwnershipCover(Act act) throws Exception {
        for (Caller owner : List.of(BOB, NOBODY)) {
            for (Caller caller : List.of(VIEWER, ALICE, BOB, CURATOR, Caller.open("test"))) {
                prepare(owner);
                assertThat(isAllowed(act, caller))
                        .as("%s by %s on an image of %s", act, caller, owner)
                        .isEqualTo(mayDo(act, caller, owner));
            }
            removeAll();
        }
    }

    /** An image that is live and one that is in the trash, of this owner, unless they are there. */
    private void prepare(Caller owner) throws Exception {
        if (!names().contains("live.png") || !digest(fetch("live.png")).equals(digest(ONE))) {
            removeAll();
            save(owner, "live.png", ONE);
        }
        if (!trashNames().contains("gone.png")) {
            save(owner, "gone.png", TWO);
            delete(owner, "gone.png");
        }
    }

    private void removeAll() throws Exception {
        for (String name : names()) {
            deleteForever(CURATOR, name);
        }
        for (Listing.Entry entry : list(new Command.List(1000, Optional.empty(), Optional.empty(), Sort.NAME, true))
                .entries()) {
            Image image = entry.image();
            library.delete(
                    CURATOR,
                    new Command.Delete(
                            image.name().text(), Optional.of(image.attributes().id()), true, Optional.empty()));
        }
    }

    private static boolean mayDo(Act act, Caller caller, Caller owner) {
        return switch (caller.role()) {
            case VIEWER -> act.forViewers();
            case CONTRIBUTOR -> !act.forCurators() && (!act.onOthersImages() || caller.equals(owner));
            case CURATOR -> true;
        };
    }

    private boolean isAllowed(Act act, Caller caller) throws Exception {
        try {
            perform(act, caller);
            return true;
        } catch (RefusedException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.NOT_ALLOWED);
            return false;
        }
    }

    private void perform(Act act, Caller caller) throws Exception {
        switch (act) {
            case LIST -> library.list(caller, listOf(false));
            case LIST_TRASH -> library.list(caller, listOf(true));
            case RETURN ->
                library.open(
                                caller,
                                new Command.Return(
                                        "live.png",
                                        Optional.empty(),
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        Optional.empty()))
                        .close();
            case STAT -> library.stat(caller, new Command.Stat("live.png"));
            case WATCH ->
                library.watch(caller, new Command.Watch(Optional.empty())).close();
            case SAVE -> save(caller, "new.png", THREE);
            case REPLACE -> save(caller, replacing("live.png", THREE), THREE);
            case RENAME -> rename(caller, "live.png", "other.png");
            case DELETE -> delete(caller, "live.png");
            case RESTORE -> restore(caller, "gone.png");
            case DELETE_FOREVER -> deleteForever(caller, "live.png");
            case DELETE_FOREVER_FROM_TRASH -> {
                String id = store.catalogue()
                        .newestTrashed(ImageName.of("gone.png"))
                        .orElseThrow()
                        .image()
                        .attributes()
                        .id();
                library.delete(caller, new Command.Delete("gone.png", Optional.of(id), true, Optional.empty()));
            }
        }
    }

    private static Command.List listOf(boolean trash) {
        return new Command.List(10, Optional.empty(), Optional.empty(), Sort.NAME, trash);
    }

    @Test
    void takesNoContributorWithoutAKeyForAnOwner() throws Exception {
        save(Caller.open("test"), "open.png", ONE);
        Caller keyless = new Caller("", ALICE.role(), Optional.empty(), "test", OptionalLong.empty());
        assertRefused(ErrorCode.NOT_ALLOWED, () -> delete(keyless, "open.png"));
    }

    @Test
    void givesAReplacedImageToWhoReplacedIt() throws Exception {
        save(ALICE, "beach.png", ONE);
        save(CURATOR, replacing("beach.png", TWO), TWO);
        clock.advance(Duration.ofSeconds(1));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> delete(ALICE, "beach.png"));
        delete(CURATOR, "beach.png");
        assertThat(restore(CURATOR, "beach.png").attributes().digest()).isEqualTo(digest(TWO));
    }
}
