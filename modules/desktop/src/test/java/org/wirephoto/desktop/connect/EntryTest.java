package org.wirephoto.desktop.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

class EntryTest {
    private static final Invite INVITE = new Invite(
            new ServerAddress("studio", 9999),
            new Fingerprint("0f".repeat(32)),
            AccessKey.parse("1234-5678-9ABC-DEFG-HJKM-NPQR-ST").orElseThrow());

    @ParameterizedTest
    @ValueSource(strings = {"studio", "192.168.1.5:1234", "[fe80::1%eth0]:9999", " ::1 "})
    void readsAddresses(String text) {
        assertThat(Entry.of(text)).isInstanceOf(Entry.Address.class);
        assertThat(Entry.of(text).leadsSomewhere()).isTrue();
    }

    @Test
    void readsAnInviteThatWasBrokenIntoLines() {
        String link = INVITE.link();

        assertThat(Entry.of(link.substring(0, 40) + "\n  " + link.substring(40)))
                .isInstanceOfSatisfying(
                        Entry.Invited.class, entry -> assertThat(entry.invite()).isEqualTo(INVITE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wirephoto://studio:9999/?fp=0f0f", "WIREPHOTO:", "wirephoto://studio"})
    void knowsAPartOfAnInvite(String text) {
        assertThat(Entry.of(text)).isInstanceOf(Entry.BrokenInvite.class);
        assertThat(Entry.of(text).leadsSomewhere()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://studio/", "studio:99999", "my studio", "a@b"})
    void knowsWhatCannotBeAnAddress(String text) {
        assertThat(Entry.of(text)).isInstanceOf(Entry.Nonsense.class);
    }

    @Test
    void knowsAnEmptyField() {
        assertThat(Entry.of("  ")).isInstanceOf(Entry.Nothing.class);
    }
}
