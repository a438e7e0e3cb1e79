package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Sort;

class ListingTest extends LibraryFixture {
    @BeforeEach
    void saveSome() throws Exception {
        for (String name : List.of("Delta.png", "alpha.png", "Élan.png", "bravo.png", "my cat.png", "charlie.png")) {
            save(ALICE, name, ONE);
            clock.advance(Duration.ofSeconds(1));
        }
    }

    private Listing list(int limit, Optional<String> after, Optional<String> match, Sort sort) throws Exception {
        return list(new Command.List(limit, after, match, sort, false));
    }

    @Test
    void sortsByTheBytesOfTheKeys() throws Exception {
        assertThat(names())
                .containsExactly("alpha.png", "bravo.png", "charlie.png", "Delta.png", "my_cat.png", "Élan.png");
    }

    @Test
    void countsTheWholeStoreAndSaysWhichStateItShows() throws Exception {
        Listing page = list(2, Optional.empty(), Optional.empty(), Sort.NAME);
        assertThat(page.total()).hasValue(6);
        assertThat(page.entries())
                .allSatisfy(entry -> assertThat(entry.deleted()).isEmpty());
        assertThat(eventsSince(page.seq())).isEmpty();
        delete(ALICE, "alpha.png");
        assertThat(eventsSince(page.seq())).containsExactly("deleted alpha.png");
    }

    @ParameterizedTest
    @EnumSource
    void pagesThroughEveryOrderAsOneLongPageShowsIt(Sort sort) throws Exception {
        List<String> whole = names(list(1000, Optional.empty(), Optional.empty(), sort));
        List<String> parts = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Listing page = list(4, after, Optional.empty(), sort);
            parts.addAll(names(page));
            after = page.after();
        } while (after.isPresent());
        assertThat(parts).isEqualTo(whole).hasSize(6);
    }

    @Test
    void goesOnBehindAnImageThatWasDeletedMeanwhile() throws Exception {
        Listing page = list(2, Optional.empty(), Optional.empty(), Sort.NAME);
        delete(ALICE, "bravo.png");
        assertThat(names(list(2, page.after(), Optional.empty(), Sort.NAME)))
                .containsExactly("charlie.png", "Delta.png");
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        Listing page = list(2, Optional.empty(), Optional.empty(), Sort.NAME);
        reopen(LibrarySettings.defaults());
        assertThat(names(list(2, page.after(), Optional.empty(), Sort.NAME)))
                .containsExactly("charlie.png", "Delta.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ELTA", "delta", " Delta "})
    void matchesWhateverTheCase(String match) throws Exception {
        Listing page = list(10, Optional.empty(), Optional.of(match), Sort.NAME);
        assertThat(names(page)).containsExactly("Delta.png");
        assertThat(page.total()).isEmpty();
    }

    @Test
    void matchesDecomposedLettersAndWhiteSpace() throws Exception {
        assertThat(names(list(10, Optional.empty(), Optional.of("e\u0301LAN"), Sort.NAME)))
                .containsExactly("Élan.png");
        assertThat(names(list(10, Optional.empty(), Optional.of("my\u00a0c"), Sort.NAME)))
                .containsExactly("my_cat.png");
    }

    @Test
    void matchesEverythingWhereTheTextIsOnlyWhiteSpace() throws Exception {
        Listing page = list(10, Optional.empty(), Optional.of(" \u2003 "), Sort.NAME);
        assertThat(page.entries()).hasSize(6);
        assertThat(page.total()).hasValue(6);
    }

    @Test
    void pagesThroughWhatMatches() throws Exception {
        Optional<String> match = Optional.of(".PNG");
        Listing first = list(4, Optional.empty(), match, Sort.NEWEST);
        Listing second = list(4, first.after(), match, Sort.NEWEST);
        assertThat(names(first)).containsExactly("charlie.png", "my_cat.png", "bravo.png", "Élan.png");
        assertThat(names(second)).containsExactly("alpha.png", "Delta.png");
        assertThat(second.after()).isEmpty();
    }

    @Nested
    class ACursor {
        @Test
        void ofAnotherListIsMalformed() throws Exception {
            Optional<String> match = Optional.of("png");
            Optional<String> cursor =
                    list(2, Optional.empty(), match, Sort.NAME).after();
            assertThat(list(2, cursor, Optional.of(" PNG "), Sort.NAME).entries())
                    .hasSize(2);
            assertMalformed(new Command.List(2, cursor, match, Sort.NEWEST, false));
            assertMalformed(new Command.List(2, cursor, Optional.of("pn"), Sort.NAME, false));
            assertMalformed(new Command.List(2, cursor, Optional.empty(), Sort.NAME, false));
            assertMalformed(new Command.List(2, cursor, match, Sort.NAME, true));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "!!!", "AAAA", "AQAAAAAAAAAAAAAAAAAAAAAA", "bravo.png"})
        void ofNobodyIsMalformed(String cursor) {
            assertMalformed(new Command.List(2, Optional.of(cursor), Optional.empty(), Sort.NAME, false));
        }

        @Test
        void hasOnlyCharactersThatEveryLineTakes() throws Exception {
            assertThat(list(2, Optional.empty(), Optional.empty(), Sort.NAME)
                            .after()
                            .orElseThrow())
                    .matches("[A-Za-z0-9_-]{1,400}");
        }

        @Test
        void thatSomebodyMadeUpHarmsNothing() throws Exception {
            byte[] bytes = Base64.getUrlDecoder()
                    .decode(list(2, Optional.empty(), Optional.empty(), Sort.LARGEST)
                            .after()
                            .orElseThrow());
            byte[] tie = "'; DROP TABLE".getBytes(StandardCharsets.UTF_8);
            byte[] forged = Arrays.copyOf(bytes, 17 + tie.length);
            System.arraycopy(tie, 0, forged, 17, tie.length);
            forged[9] = (byte) 0x80;
            String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            list(2, Optional.of(cursor), Optional.empty(), Sort.LARGEST);
            assertThat(names()).hasSize(6);
        }

        private void assertMalformed(Command.List request) {
            assertRefused(ErrorCode.MALFORMED_REQUEST, () -> list(request));
        }
    }

    @Nested
    class TheTrash {
        @Test
        void showsWhatWasDeletedOrReplacedTheNewestFirst() throws Exception {
            delete(ALICE, "bravo.png");
            clock.advance(Duration.ofSeconds(1));
            save(ALICE, replacing("alpha.png", TWO), TWO);
            clock.advance(Duration.ofSeconds(1));
            delete(CURATOR, "Delta.png");
            Listing page = list(new Command.List(2, Optional.empty(), Optional.empty(), Sort.NAME, true));
            assertThat(names(page)).containsExactly("Delta.png", "alpha.png");
            assertThat(page.entries().getFirst().deleted()).hasValue(clock.instant());
            Listing next = list(new Command.List(2, page.after(), Optional.empty(), Sort.NAME, true));
            assertThat(names(next)).containsExactly("bravo.png");
            assertThat(next.after()).isEmpty();
        }

        @Test
        void canBeMatched() throws Exception {
            delete(ALICE, "bravo.png");
            delete(ALICE, "alpha.png");
            Listing page = list(new Command.List(9, Optional.empty(), Optional.of("BRA"), Sort.NAME, true));
            assertThat(names(page)).containsExactly("bravo.png");
        }
    }
}
