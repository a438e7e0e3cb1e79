package org.wirephoto.desktop.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;

final class TransferWordsTest {
    @ParameterizedTest
    @CsvSource({"30, 30 minutes left", "60, 1 hour left", "61, 1 hour left", "100, 2 hours left"})
    void roundsHours(int minutes, String left) {
        Texts texts = Texts.of(Locale.ENGLISH);
        TransferWords words = new TransferWords(texts, new Wording(texts, ZoneOffset.UTC));
        Overview overview =
                new Overview(Map.of(TransferState.RUNNING, 1), 0.5, 0, Optional.of(Duration.ofMinutes(minutes)));

        assertThat(words.all(overview)).isEqualTo("1 on its way \u00b7 " + left);
    }
}
