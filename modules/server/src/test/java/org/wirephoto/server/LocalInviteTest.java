package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;

class LocalInviteTest {
    private static final Optional<Fingerprint> PRINT = Optional.of(RunningServer.FINGERPRINT);

    @TempDir
    Path data;

    private void start(boolean first, int port, Optional<Fingerprint> print) throws Exception {
        LocalInvite.keyed(data, new KeyFile(data), first).write(new InetSocketAddress(port), print);
    }

    private String line() throws Exception {
        return Files.readString(data.resolve("local-invite")).strip();
    }

    private Optional<KeyEntry> owner(AccessKey key) throws Exception {
        return new KeyFile(data).read().find(key);
    }

    @Test
    void theFirstStartMakesACuratorsKeyForThisMachine() throws Exception {
        start(true, 4711, PRINT);
        Invite invite = Invite.parse(line()).orElseThrow();
        assertThat(invite.address()).hasToString("localhost:4711");
        assertThat(invite.fingerprint()).isEqualTo(RunningServer.FINGERPRINT);
        KeyEntry entry = owner(invite.key()).orElseThrow();
        assertThat(entry.role()).isEqualTo(Role.CURATOR);
        assertThat(entry.label().text()).isEqualTo("this machine");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("local-invite"))))
                .isEqualTo("rw-------");
    }

    @Test
    void laterStartsKeepTheKeyAndTellTheNewPort() throws Exception {
        start(true, 4711, PRINT);
        AccessKey key = Invite.parse(line()).orElseThrow().key();
        start(false, 4712, PRINT);
        assertThat(Invite.parse(line()).orElseThrow().key()).isEqualTo(key);
        assertThat(line()).contains(":4712");
        start(false, 4713, Optional.empty());
        assertThat(line()).isEqualTo("localhost:4713\n" + key.text());
        start(false, 4714, PRINT);
        assertThat(Invite.parse(line()).orElseThrow().key()).isEqualTo(key);
    }

    @Test
    void aLostFileGetsAnotherKeyInThePlaceOfTheOld() throws Exception {
        start(true, 4711, PRINT);
        AccessKey old = Invite.parse(line()).orElseThrow().key();
        Files.delete(data.resolve("local-invite"));
        start(false, 4711, PRINT);
        AccessKey key = Invite.parse(line()).orElseThrow().key();
        assertThat(owner(key)).isPresent();
        assertThat(owner(old)).isEmpty();
        assertThat(new KeyFile(data).read().entries()).hasSize(1);
    }

    @Test
    void whoeverTookItsKeyAwayMeantIt() throws Exception {
        start(true, 4711, PRINT);
        Files.writeString(data.resolve("access-keys"), "# nobody\n");
        start(false, 4711, PRINT);
        assertThat(data.resolve("local-invite")).doesNotExist();
        assertThat(new KeyFile(data).read().entries()).isEmpty();
    }

    @Test
    void anOpenServerTellsWhomToTrustAndLosesNoKey() throws Exception {
        LocalInvite.open(data).write(new InetSocketAddress(4711), PRINT);
        assertThat(line()).startsWith("wirephoto://localhost:4711/");
        assertThat(data.resolve("access-keys")).doesNotExist();
        start(true, 4711, PRINT);
        AccessKey key = Invite.parse(line()).orElseThrow().key();
        LocalInvite.open(data).write(new InetSocketAddress(4712), PRINT);
        start(false, 4713, PRINT);
        assertThat(Invite.parse(line()).orElseThrow().key()).isEqualTo(key);
    }
}
