package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;

/** What a name that is not there leads to, for every command that looks an image up. */
class LookUpsTest extends LibraryFixture {
    @Test
    void findsWhateverTheCaseAndTheWhiteSpace() throws Exception {
        save(ALICE, "My cat.png", ONE);
        assertThat(stat(" mY\tCAT.PNG ").name().text()).isEqualTo("My_cat.png");
    }

    @Test
    void suggestsTheNearestName() throws Exception {
        save(ALICE, "sunset.png", ONE);
        save(ALICE, "sunrise.png", TWO);
        assertRefused(ErrorCode.NOT_FOUND, "sunset.png", () -> stat("sunste.png"));
        assertRefused(ErrorCode.NOT_FOUND, "sunset.png", () -> fetch("sunset.jpg"));
        assertRefused(ErrorCode.NOT_FOUND, "sunset.png", () -> delete(ALICE, "sunse.png"));
        assertRefused(ErrorCode.NOT_FOUND, "sunset.png", () -> rename(ALICE, "sunsett.png", "x.png"));
        stat("sunset.png");
    }

    @Test
    void suggestsNothingWhereNothingIsNear() throws Exception {
        save(ALICE, "sunset.png", ONE);
        assertRefused(ErrorCode.NOT_FOUND, () -> stat("mountain.png"));
    }

    @Test
    void suggestsTheOneImageOfAStem() throws Exception {
        save(ALICE, "Beach.png", ONE);
        save(ALICE, "beaches.png", ONE);
        assertRefused(ErrorCode.EXTENSION_MISSING, "Beach.png", () -> stat("beach"));
        save(ALICE, "beach.jpg", JPEG);
        assertRefused(ErrorCode.EXTENSION_MISSING, () -> stat("beach"));
    }

    @Test
    void suggestsAnExistingNameForOneThatCannotBe() throws Exception {
        assertRefused(ErrorCode.NAME_INVALID, () -> stat("a/b.png"));
        save(ALICE, "a_b.png", ONE);
        assertRefused(ErrorCode.NAME_INVALID, "a_b.png", () -> stat("a/b.png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ".png"})
    void refusesNoName(String name) {
        assertRefused(ErrorCode.NAME_MISSING, () -> stat(name));
        assertRefused(ErrorCode.NAME_MISSING, () -> fetch(name));
        assertRefused(ErrorCode.NAME_MISSING, () -> delete(ALICE, name));
        assertRefused(ErrorCode.NAME_MISSING, () -> restore(ALICE, name));
        assertRefused(ErrorCode.NAME_MISSING, () -> rename(ALICE, name, "x.png"));
        assertRefused(ErrorCode.NAME_MISSING, () -> save(ALICE, name, ONE));
    }

    @Test
    void asksForTheRoleBeforeTheName() {
        assertRefused(ErrorCode.NOT_ALLOWED, () -> delete(VIEWER, ".png"));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> restore(VIEWER, ".png"));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> rename(VIEWER, ".png", "x.png"));
        assertRefused(ErrorCode.NOT_ALLOWED, () -> deleteForever(ALICE, ".png"));
    }

    @Test
    void looksForTheImageBeforeItsConditionAndItsRange() throws Exception {
        Command.Return request = new Command.Return(
                "sunset.png",
                Optional.empty(),
                OptionalLong.of(1L << 40),
                OptionalLong.empty(),
                Optional.of(digest(TWO)));
        assertRefused(ErrorCode.NOT_FOUND, () -> fetch(request));
        save(ALICE, "sunset.png", ONE);
        assertRefused(ErrorCode.CHANGED, () -> fetch(request));
    }
}
