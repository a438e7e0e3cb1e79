package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "*.png, beach.png, true",
        "*.png, BEACH.PNG, true",
        "*.png, beach.png.jpg, false",
        "IMG_?.jpg, img_1.jpg, true",
        "IMG_?.jpg, img_12.jpg, false",
        "my cat*, my_cat_2.png, true",
        "a[1]*.png, a[1]b.png, true",
        "a[1]*.png, a1.png, false",
        "?.png, \ud83c\udf05.png, true",
        "*, anything.gif, true",
        "a.b*, axb.png, false",
        "STRASSE*, straße.png, true",
        "caf\u00e9*, cafe\u0301.png, true"
    })
    void matchesAsNamesAreCompared(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"*.png, .png", "*, ''", "IMG_?2026*.j, IMG_", "?a*bcd*ef, bcd"})
    void knowsTheLongestTextThatAServerCanLookFor(String pattern, String literal) {
        assertThat(new NamePattern(pattern).literal()).isEqualTo(literal);
    }
}
