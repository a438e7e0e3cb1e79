package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void isTheSha256OfThePublicKey() {
        assertThat(Fingerprint.of(new EncodedKey("test"))).isEqualTo(new Fingerprint(HEX));
    }

    @Test
    void isReadAsPeoplePasteIt() {
        Fingerprint print = new Fingerprint(HEX);

        assertThat(print.grouped()).startsWith("9f86 d081 ").endsWith(" 0a08").hasSize(79);
        assertThat(Fingerprint.parse(print.grouped())).hasValue(print);
        assertThat(Fingerprint.parse(HEX.toUpperCase(Locale.ROOT))).hasValue(print);
        assertThat(Fingerprint.parse(HEX.replaceAll("(..)(?=.)", "$1:"))).hasValue(print);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9f86", HEX + "0", "g" + HEX})
    void isNothingElse(String text) {
        assertThat(Fingerprint.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Fingerprint(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A key whose encoding is a text. */
    private record EncodedKey(String encoding) implements PublicKey {
        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return encoding.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
