package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
    @ParameterizedTest
    @CsvSource({
        "beach.png, 9",
        "caf\u00e9.png, 8",
        "cafe\u0301.png, 8",
        "\u6d77.png, 6",
        "\ud55c\uae00, 4",
        "\u30ab\u30bf, 4",
        "\uff76\uff80, 2",
        "\ud83c\udf05.png, 6",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67, 2",
        "\u2764\ufe0f, 2",
        "\u2764, 1",
        "\u0e01\u0e33, 2",
        "\u0627\u0644, 2",
        "\ud83c\udde9\ud83c\uddea, 2",
        "\ud83d\udc4d\ud83c\udffd, 2",
        "\u1112\u1161\u11ab, 2",
        "\u0915\u093e, 2"
    })
    void countsColumnsAsTerminalsDo(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "beach.png, 9, beach.png",
        "beach.png, 8, bea….png",
        "beach.png, 5, be…ng",
        "beach.png, 1, …",
        "beach.png, 0, ''",
        "\u6d77\u6d77\u6d77\u6d77.png, 9, \u6d77\u6d77….png",
        "\u6d77\u6d77\u6d77\u6d77.png, 8, \u6d77….png",
        "e\u0301e\u0301e\u0301e\u0301, 3, e\u0301…e\u0301"
    })
    void keepsBothEndsOfWhatIsTooLong(String text, int columns, String fitted) {
        assertThat(TextWidth.fit(text, columns)).isEqualTo(fitted);
        assertThat(TextWidth.of(fitted)).isLessThanOrEqualTo(columns);
    }

    @Test
    void alignsWhateverTheScript() {
        Table table = new Table(1);
        table.row("\u6d77.png", "1.2 MB", "PNG");
        table.row("beach.png", "5 bytes", "");
        table.row("\ud83c\udf05.jpg", "48.2 kB", "JPEG");
        assertThat(String.join("\n", table.lines())).isEqualTo("""
                        \u6d77.png      1.2 MB  PNG
                        beach.png  5 bytes
                        \ud83c\udf05.jpg     48.2 kB  JPEG""");
    }

    @Test
    void aVeryLongNamePushesItsOwnRowAlone() {
        Table table = new Table(1);
        table.row("x".repeat(60), "1 byte");
        table.row("a.png", "1 byte");
        assertThat(table.lines()).containsExactly("x".repeat(60) + "  1 byte", "a.png" + " ".repeat(37) + "1 byte");
    }
}
