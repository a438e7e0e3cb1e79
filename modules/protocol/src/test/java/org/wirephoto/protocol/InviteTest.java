package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteTest {
    private static final String PRINT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String KEY = "7ZZZZZZZZZZZZZZZZZZZZZZZZZ";

    private final Invite invite = new Invite(
            new ServerAddress("192.168.1.5", 9999),
            new Fingerprint(PRINT),
            AccessKey.parse(KEY).orElseThrow());

    @Test
    void isALink() {
        assertThat(invite.link()).isEqualTo("wirephoto://192.168.1.5:9999/?fp=" + PRINT + "#" + KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.5", "living-room.local", "fe80::1%eth0", "2001:db8::1"})
    void isReadAsItWasWritten(String host) {
        Invite other = new Invite(new ServerAddress(host, 80), invite.fingerprint(), invite.key());

        assertThat(Invite.parse(other.link())).hasValue(other);
    }

    @Test
    void isReadAsPeoplePasteIt() {
        String link = invite.link();

        assertThat(Invite.parse(" " + link + "\r\n")).hasValue(invite);
        assertThat(Invite.parse(link.substring(0, 40) + "\n" + link.substring(40)))
                .hasValue(invite);
        assertThat(Invite.parse(link.replace(":9999/", ""))).hasValue(invite);
        assertThat(Invite.parse(link.toUpperCase(Locale.ROOT))).hasValue(invite);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wirephoto://192.168.1.5:9999",
                "https://192.168.1.5:9999/?fp=" + PRINT + "#" + KEY,
                "wirephoto:///?fp=" + PRINT + "#" + KEY,
                "wirephoto://192.168.1.5:99999/?fp=" + PRINT + "#" + KEY,
                "wirephoto://192.168.1.5:9999/?fp=9f86#" + KEY,
                "wirephoto://192.168.1.5:9999/?fp=" + PRINT + "#",
                "wirephoto://192.168.1.5:9999/?fp=" + PRINT + "#ZZZZ",
            })
    void isNothingElse(String text) {
        assertThat(Invite.parse(text)).isEmpty();
    }

    @Test
    void hasAnEnd() {
        assertThat(Invite.parse(" ".repeat(2000) + invite.link())).isEmpty();
    }

    @Test
    void doesNotTellItsSecret() {
        assertThat(invite.toString()).contains(PRINT).doesNotContain(KEY);
    }
}
