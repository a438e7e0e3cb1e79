package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImages;

/** An upload that was cut goes on where it was. */
class ResumeIT {
    @TempDir
    static Path data;

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.start(data);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 4095, 65_535, 65_536, 65_537, 200_000})
    void goesOnAfterACutAt(int offset) throws IOException {
        byte[] image = TestImages.photo(ImageType.BMP, 400, 300, offset);
        String name = "cut-" + offset + ".bmp";
        String request = "save," + name + "," + image.length + ",sha256=" + RawConnection.digest(image);
        try (RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.ask(request).command()).isEqualTo("ready");
            peer.send(image, 0, offset);
            peer.endOutput();
            assertThat(peer.isClosedByServer()).isTrue();
        }
        try (RawConnection peer = RawConnection.to(server)) {
            Line ready = peer.ask(request);
            assertThat(ready.attribute("offset")).hasValue(Integer.toString(offset));
            assertThat(peer.send(image, offset, image.length - offset).line().command())
                    .isEqualTo("ok");
            assertThat(peer.fetch(name)).isEqualTo(image);
        }
    }

    @Test
    void goesOnAfterTheServerWasKilled(@TempDir Path own) throws IOException {
        byte[] image = TestImages.photo(ImageType.BMP, 800, 600, 5);
        String request = "save,killed.bmp," + image.length + ",sha256=" + RawConnection.digest(image);
        try (ServerProcess first = ServerProcess.start(own);
                RawConnection peer = RawConnection.to(first)) {
            peer.ask(request);
            peer.send(image, 0, image.length / 2);
            first.kill();
        }
        try (ServerProcess second = ServerProcess.start(own);
                RawConnection peer = RawConnection.to(second)) {
            int offset = Integer.parseInt(peer.ask(request).attribute("offset").orElseThrow());
            assertThat(offset).isBetween(0, image.length / 2);
            assertThat(peer.send(image, offset, image.length - offset).line().command())
                    .isEqualTo("ok");
            assertThat(peer.fetch("killed.bmp")).isEqualTo(image);
        }
    }

    @Test
    void withoutADigestNothingIsResumed() throws IOException {
        byte[] image = TestImages.photo(ImageType.BMP, 100, 100, 6);
        try (RawConnection peer = RawConnection.to(server)) {
            peer.ask("save,plain.bmp," + image.length);
            peer.send(image, 0, 1000);
            peer.endOutput();
            assertThat(peer.isClosedByServer()).isTrue();
        }
        try (RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.ask("save,plain.bmp," + image.length).attribute("offset"))
                    .hasValue("0");
        }
    }

    @Test
    void anotherWriterOfTheSameUploadStartsAfreshWhileTheFirstIsAtWork() throws IOException {
        byte[] image = TestImages.photo(ImageType.BMP, 500, 400, 7);
        String digest = ",sha256=" + RawConnection.digest(image);
        try (RawConnection first = RawConnection.to(server);
                RawConnection second = RawConnection.to(server)) {
            first.ask("save,one.bmp," + image.length + digest);
            first.send(image, 0, 70_000);
            assertThat(second.ask("save,two.bmp," + image.length + digest).attribute("offset"))
                    .hasValue("0");
            assertThat(second.send(image).line().command()).isEqualTo("ok");
            assertThat(first.send(image, 70_000, image.length - 70_000).line().command())
                    .isEqualTo("ok");
            assertThat(first.fetch("two.bmp")).isEqualTo(image);
            assertThat(second.fetch("one.bmp")).isEqualTo(image);
        }
    }

    @Test
    void bytesThatTheServerHoldsNeedNotBeSent() throws IOException {
        byte[] image = TestImages.photo(ImageType.PNG, 60, 60, 8);
        String digest = "sha256=" + RawConnection.digest(image);
        try (RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.save("held.png", image).command()).isEqualTo("ok");
            Line again = peer.ask("save,again.png," + image.length + "," + digest);
            assertThat(again.command()).isEqualTo("ok");
            assertThat(peer.fetch("again.png")).isEqualTo(image);
            assertThat(peer.ask("save,size.png," + (image.length + 1) + "," + digest)
                            .attribute("code"))
                    .hasValue("digest-mismatch");
        }
    }
}
