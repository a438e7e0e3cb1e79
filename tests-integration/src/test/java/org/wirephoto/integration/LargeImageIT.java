package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImages;

/** Memory does not grow with the size of an image. */
class LargeImageIT {
    private static final long SIZE = 600L << 20;

    @Test
    void sixHundredMebibytesPassThroughAHeapOfSixtyFour(@TempDir Path data) throws IOException {
        Map<String, String> heap = Map.of("WIREPHOTO_OPTS", "-Xmx64m");
        try (ServerProcess server = ServerProcess.start(data, heap, "--max-filesize", "1GiB");
                RawConnection peer = RawConnection.to(server)) {
            Line ready = peer.ask("save,huge.bmp," + SIZE);
            assertThat(ready.command()).isEqualTo("ready");
            try (InputStream image = TestImages.huge(ImageType.BMP, SIZE, 1)) {
                assertThat(image.transferTo(peer.output())).isEqualTo(SIZE);
            }
            Line saved = peer.line();
            assertThat(saved.command()).as(saved.toString()).isEqualTo("ok");
            assertThat(saved.attribute("filesize")).hasValue(Long.toString(SIZE));

            Line reply = peer.ask("return,huge.bmp,N/A,offset=" + (SIZE - 5));
            assertThat(peer.body(reply)).hasSize(5);
            assertThat(server.stop()).isZero();
        }
    }
}
