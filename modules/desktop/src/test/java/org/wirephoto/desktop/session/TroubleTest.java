package org.wirephoto.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wirephoto.client.ConnectionLostException;
import org.wirephoto.desktop.text.Texts;

final class TroubleTest {
    private static Trouble lost(boolean outcomeKnown) {
        ConnectionLostException lost = mock();
        when(lost.outcomeKnown()).thenReturn(outcomeKnown);
        when(lost.getMessage()).thenReturn("The connection was lost.");
        return Trouble.of(lost);
    }

    @Test
    void tellsNobodyToTryAgainBlindlyWhereTheServerMayHaveDoneIt() {
        Texts german = Texts.of(Locale.GERMAN);

        assertThat(lost(true).kind()).isEqualTo(Trouble.Kind.LOST);
        assertThat(lost(false).kind()).isEqualTo(Trouble.Kind.LOST_UNSURE);
        assertThat(german.sentence(lost(false))).contains("trotzdem").isNotEqualTo(german.sentence(lost(true)));
    }
}
