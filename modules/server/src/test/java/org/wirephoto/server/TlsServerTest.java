package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** A server whose connections have TLS. */
class TlsServerTest {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 300, 200, 1);

    @TempDir
    Path data;

    private RunningServer server;

    private void start(int connections, int perAddress) throws IOException {
        server = RunningServer.start(data, Fast.patient(), Speech.TLS, connections, perAddress);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void savesAndSendsImages() throws Exception {
        start(10, 10);
        byte[] large = TestImages.photo(ImageType.BMP, 1500, 1000, 1);
        assertThat(server.save("large.bmp", large).command()).isEqualTo("ok");
        try (Peer peer = server.connect()) {
            assertThat(peer.askParsed("return,large.bmp,N/A").filesize()).hasValue(large.length);
            assertThat(peer.body(large.length)).isEqualTo(large);
        }
    }

    @Test
    void oneTooManyIsToldSo() throws Exception {
        start(1, 1);
        try (Peer first = server.connect()) {
            assertThat(first.askParsed("list,,").command()).isEqualTo("ok");
            try (Peer late = server.connect()) {
                late.send("");
                assertThat(Peer.parse(late.line()).attribute("code")).contains("busy");
                assertThat(late.isEnded()).isTrue();
            }
        }
    }

    /** Who takes a place has to say something: a handshake that never begins counts like any connection. */
    @Test
    void peersThatNeverShakeHandsTakePlaces() throws Exception {
        start(10, 3);
        List<Peer> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                silent.add(server.connect());
            }
            RunningServer.await(() -> {
                try (Peer late = server.connect()) {
                    return Peer.parse(late.send("").line()).attribute("code").equals(java.util.Optional.of("busy"));
                }
            });
        } finally {
            for (Peer peer : silent) {
                peer.close();
            }
        }
    }

    /** The end of TLS can be forged by cutting the wire; the end of an image can't. */
    @Test
    void anImageThatIsCutShortIsNotTaken() throws Exception {
        start(10, 10);
        try (Peer peer = server.connect()) {
            assertThat(peer.ask("save,beach.png," + BEACH.length)).startsWith("ready");
            peer.send(Arrays.copyOf(BEACH, BEACH.length - 1)).wire().shutdownOutput();
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(server.library().count()).isZero();
    }

    @Test
    void aPeerWithoutTlsIsToldSo() throws Exception {
        start(10, 10);
        try (Peer peer = new Peer(server.server().address())) {
            assertThat(Peer.parse(peer.ask("hello,N/A,N/A,version=1"))
                            .attribute("message")
                            .orElseThrow())
                    .contains("TLS");
            assertThat(peer.isEnded()).isTrue();
        }
        try (Peer peer = new Peer(server.server().address())) {
            peer.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(new String(peer.input().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n");
        }
    }
}
