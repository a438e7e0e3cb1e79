package org.wirephoto.desktop.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.protocol.ImageName;

final class NumberingTest {
    @ParameterizedTest
    @CsvSource({
        "beach.png, beach-2.png",
        "beach-2.png, beach-3.png",
        "beach-9.png, beach-10.png",
        "2026-11-22.png, 2026-11-22-2.png",
        "a.b.c.jpg, a.b.c-2.jpg",
        "con-2.png, con-2-2.png",
    })
    void countsOn(String name, String next) {
        assertThat(Numbering.next(ImageName.of(name)).text()).isEqualTo(next);
    }
}
