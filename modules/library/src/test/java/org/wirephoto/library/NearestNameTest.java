package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.protocol.ImageName;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "beach, beach, 0",
        "beach, bech, 1",
        "beach, beaches, 2",
        "beach, baech, 1",
        "beach, peach, 1",
        "abc, '', 3",
        "'', abc, 3",
        "ca, abc, 3",
    })
    void countsMistakes(String one, String other, int mistakes) {
        assertThat(NearestName.distance(one, other)).isEqualTo(mistakes);
        assertThat(NearestName.distance(other, one)).isEqualTo(mistakes);
    }

    @ParameterizedTest
    @CsvSource({
        "bech.png, beach.png",
        "beach.jpg, beach.png",
        "BEACHES.png, beach.png",
        "sunset2.jpg, sunset.jpg",
    })
    void findsWhatIsNear(String wanted, String found) {
        assertThat(nearest(wanted, "beach.png", "sunset.jpg", "a.png")).hasValue(ImageName.of(found));
    }

    @ParameterizedTest
    @CsvSource({"b.png", "mountain.png", "bee.png", "x.jpg"})
    void findsNothingThatIsFarAway(String wanted) {
        assertThat(nearest(wanted, "beach.png", "sunset.jpg", "a.png")).isEmpty();
    }

    @Test
    void prefersTheSameStemToAnotherOne() {
        assertThat(nearest("beach.gif", "beach1.gif", "beach.png")).hasValue(ImageName.of("beach.png"));
    }

    @Test
    void prefersTheSameExtensionWhereMistakesAreAsMany() {
        assertThat(nearest("bech.jpg", "beach.gif", "beach.jpg", "beach.png")).hasValue(ImageName.of("beach.jpg"));
    }

    private static Optional<ImageName> nearest(String wanted, String... candidates) {
        List<ImageName> names = Arrays.stream(candidates).map(ImageName::of).toList();
        return NearestName.of(ImageName.of(wanted), names);
    }
}
