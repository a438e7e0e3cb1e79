package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;

class RenamingTest extends LibraryFixture {
    private Image saved;

    @BeforeEach
    void saveOne() throws Exception {
        saved = save(ALICE, "beach.png", ONE);
    }

    @Test
    void keepsEverythingButTheName() throws Exception {
        String before = now();
        assertThat(rename(ALICE, "BEACH.png", " the sea.png")).isEqualTo("the_sea.png");
        assertThat(stat("the_sea.png").attributes()).isEqualTo(saved.attributes());
        assertThat(names()).containsExactly("the_sea.png");
        assertThat(eventsSince(before)).containsExactly("renamed beach.png to the_sea.png");
    }

    @Test
    void mayChangeTheCaseAlone() throws Exception {
        String before = now();
        assertThat(rename(ALICE, "beach.png", "Beach.PNG")).isEqualTo("Beach.PNG");
        assertThat(names()).containsExactly("Beach.PNG");
        assertThat(eventsSince(before)).containsExactly("renamed beach.png to Beach.PNG");
    }

    @Test
    void changesNothingToTheNameThatItHas() throws Exception {
        String before = now();
        assertThat(rename(ALICE, "BEACH.png", "beach.png")).isEqualTo("beach.png");
        assertThat(eventsSince(before)).isEmpty();
    }

    @Test
    void suggestsTheNameThatTheImageHasWhereItWouldDo() {
        assertRefused(ErrorCode.EXTENSION_MISMATCH, "beach.png", () -> rename(ALICE, "beach.png", "beach.gif"));
        assertRefused(ErrorCode.EXTENSION_MISSING, "beach.png", () -> rename(ALICE, "beach.png", "beach"));
    }

    @Test
    void refusesATakenNameWithAFreeOne() throws Exception {
        save(BOB, "sea.png", TWO);
        assertRefused(ErrorCode.ALREADY_EXISTS, "Sea-2.png", () -> rename(ALICE, "beach.png", "Sea.png"));
        rename(ALICE, "beach.png", "Sea-2.png");
    }

    @Test
    void refusesAnExtensionOfAnotherTypeWithTheRightOne() throws Exception {
        assertRefused(ErrorCode.EXTENSION_MISMATCH, "sea.png", () -> rename(ALICE, "beach.png", "sea.jpg"));
        save(BOB, "sea.png", TWO);
        assertRefused(ErrorCode.EXTENSION_MISMATCH, "sea-2.png", () -> rename(ALICE, "beach.png", "sea.jpg"));
        rename(ALICE, "beach.png", "sea-2.png");
    }

    @Test
    void suggestsTheExtensionThatIsMissing() throws Exception {
        assertRefused(ErrorCode.EXTENSION_MISSING, "sea.png", () -> rename(ALICE, "beach.png", "sea"));
        rename(ALICE, "beach.png", "sea.png");
    }

    @Test
    void refusesANameThatCannotBe() throws Exception {
        assertRefused(ErrorCode.NAME_MISSING, () -> rename(ALICE, "beach.png", ".png"));
        assertRefused(ErrorCode.NAME_INVALID, "_con.png", () -> rename(ALICE, "beach.png", "con.png"));
        rename(ALICE, "beach.png", "_con.png");
    }

    @Test
    void asksForTheCondition() throws Exception {
        assertRefused(
                ErrorCode.CHANGED,
                () -> library.rename(ALICE, new Command.Rename("beach.png", "sea.png", Optional.of(digest(TWO)))));
        library.rename(ALICE, new Command.Rename("beach.png", "sea.png", Optional.of(digest(ONE))));
    }

    @Test
    void asksForOwnershipBeforeTheCondition() {
        Command.Rename request = new Command.Rename("beach.png", "sea.png", Optional.of(digest(TWO)));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> library.rename(BOB, request));
    }
}
