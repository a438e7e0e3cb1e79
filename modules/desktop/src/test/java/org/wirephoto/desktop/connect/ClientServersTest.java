package org.wirephoto.desktop.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.PlatformFolders;
import org.wirephoto.protocol.ServerAddress;

final class ClientServersTest {
    private static final ServerAddress HERE = new ServerAddress("localhost", 9999);
    private static final ServerAddress THERE = new ServerAddress("192.168.1.5", 9999);
    private static final Fingerprint OWN = new Fingerprint("ab".repeat(32));
    private static final AccessKey KEY =
            AccessKey.parse("1234-5678-9ABC-DEFG-HJKM-NPQR-ST").orElseThrow();

    @TempDir
    private Path folder;

    private ClientServers servers() throws IOException {
        Map<String, String> environment = Map.of(
                "XDG_DATA_HOME", folder.resolve("data").toString(),
                "XDG_CONFIG_HOME", folder.resolve("configuration").toString());
        Path data = Files.createDirectories(PlatformFolders.of(environment).data());
        Files.writeString(data.resolve("local-invite"), new Invite(HERE, OWN, KEY).link() + "\n");
        return new ClientServers(environment, new NetworkChoice.None());
    }

    @Test
    void keepsServersUnderTheNameThatTheyGiveThemselves() throws IOException {
        ClientServers servers = servers();
        KnownServer server = new KnownServer(
                THERE.toString(), THERE, new Trust.Pinned(new Fingerprint("cd".repeat(32))), Optional.empty());

        assertThat(servers.keep(server, "Studio").name()).isEqualTo("Studio");
        assertThat(servers.known()).containsExactly(server.withName("Studio"));
    }

    @Test
    void doesNotKeepTheOneOfThisMachine() throws IOException {
        ClientServers servers = servers();
        KnownServer own = servers.own().orElseThrow();

        assertThat(servers.keep(own, "Living room")).isEqualTo(own);
        assertThat(servers.known()).isEmpty();
    }
}
