package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.FetchOptions;
import org.wirephoto.client.SaveOptions;
import org.wirephoto.client.TransferControl;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.ServerAddress;
import org.wirephoto.testkit.TestImages;

/** A server that was told to do without TLS and without keys. */
class PlainServerIT {
    private static final byte[] BEACH = TestImages.photo(ImageType.BMP, 900, 700, 1);

    @TempDir
    Path data;

    @TempDir
    Path scratch;

    private ServerProcess server;

    @BeforeEach
    void start() throws IOException {
        server = ServerProcess.startPlain(data, "--name", "Living room");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void everyoneIsCuratorAndNobodyNeedsToSayHello() throws IOException {
        try (RawConnection peer = RawConnection.plain(server);
                RawConnection other = RawConnection.plain(server)) {
            Line saved = peer.save("beach.bmp", BEACH, "sha256=" + RawConnection.digest(BEACH));
            assertThat(saved.command()).as(saved.toString()).isEqualTo("ok");
            assertThat(other.fetch("beach.bmp")).isEqualTo(BEACH);
            assertThat(other.ask("hello,N/A,N/A,version=1").attributes()).containsEntry("role", "curator");
            assertThat(other.ask("delete,beach.bmp,N/A,forever=true").command()).isEqualTo("ok");
        }
    }

    @Test
    void nobodyIsInvited() throws IOException {
        try (RawConnection peer = RawConnection.plain(server)) {
            assertThat(peer.ask("invite,N/A,N/A,role=viewer").attribute("code")).hasValue("not-allowed");
        }
    }

    @Test
    void anUploadThatWasCutGoesOn() throws IOException {
        String request = "save,cut.bmp," + BEACH.length + ",sha256=" + RawConnection.digest(BEACH);
        try (RawConnection peer = RawConnection.plain(server)) {
            peer.ask(request);
            peer.send(BEACH, 0, 100_000);
            peer.endOutput();
            assertThat(peer.isClosedByServer()).isTrue();
        }
        try (RawConnection peer = RawConnection.plain(server)) {
            assertThat(peer.ask(request).attribute("offset")).hasValue("100000");
            assertThat(peer.send(BEACH, 100_000, BEACH.length - 100_000).line().command())
                    .isEqualTo("ok");
        }
    }

    @Test
    void theClientLibrarySpeaksPlainWhereItIsToldTo() throws Exception {
        Path file = Files.write(scratch.resolve("beach.bmp"), BEACH);
        Path copy = scratch.resolve("copy.bmp");
        try (WirephotoClient client =
                WirephotoClient.connect(new ServerAddress("127.0.0.1", server.port()), ConnectionSettings.plain())) {
            client.save(file, "beach.bmp", SaveOptions.createNew(), TransferControl.none());
            client.fetch("beach.bmp", copy, FetchOptions.createNew(), TransferControl.none());
        }
        assertThat(copy).hasBinaryContent(BEACH);
    }

    @Test
    void theCommandLineDoesSoToo() throws IOException {
        Path file = Files.write(scratch.resolve("beach.bmp"), BEACH);
        assertThat(wirephoto("--plain", "send", file.toString()).exitCode()).isZero();
        assertThat(wirephoto("--plain", "list").output()).contains("beach.bmp");
        Image.Outcome unasked = wirephoto("list");
        assertThat(unasked.exitCode()).as(unasked.toString()).isEqualTo(3);
        assertThat(unasked.errors()).contains("does not encrypt", "--plain");
    }

    private Image.Outcome wirephoto(String... arguments) {
        return Image.run(scratch, "wirephoto", Map.of("WIREPHOTO_SERVER", server.address()), arguments);
    }
}
