package org.wirephoto.desktop.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.desktop.Fx;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

final class FileThumbnailsTest {
    @TempDir
    private Path folder;

    private final TestWork work = new TestWork();
    private final FileThumbnails thumbnails = new FileThumbnails(work);
    private final List<String> drawn = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        Fx.run(() -> {});
    }

    private Job load(String name, ImageType type, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return thumbnails.load(
                new SendItem(new Chosen(file, bytes.length, Optional.of(type), true)),
                image -> drawn.add(name + (image.isPresent() ? "" : " not")));
    }

    private long cost(ImageType type, byte[] bytes) throws IOException {
        return DecodingCost.of(Files.write(folder.resolve("picture"), bytes), type, FileThumbnails.MOST_BYTES);
    }

    private static byte[] png(int width, int height) {
        byte[] bytes = TestImages.of(ImageType.PNG, 1);
        ByteBuffer.wrap(bytes).putInt(16, width).putInt(20, height);
        return bytes;
    }

    /** All images of an animation are held at once. */
    private static byte[] gif(int images) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(7 + 6)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 800)
                .putShort((short) 600)
                .put((byte) 0x80)
                .array());
        for (int i = 0; i < images; i++) {
            out.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, 0, 0, 0, 0, 0});
            out.writeBytes(new byte[] {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0});
        }
        out.write(0x3b);
        return out.toByteArray();
    }

    @Test
    void drawsTwoAtOnceAndNoneThatIsNoLongerWanted() throws IOException {
        byte[] png = TestImages.of(ImageType.PNG, 1);
        load("one.png", ImageType.PNG, png);
        load("two.png", ImageType.PNG, png);
        load("three.png", ImageType.PNG, png).cancel();
        load("four.png", ImageType.PNG, png);
        assertThat(work.waiting()).isEqualTo(2);
        work.doAll();

        assertThat(drawn).containsExactly("one.png", "two.png", "four.png");
    }

    @Test
    void drawsNoneThatTakesTooMuchMemory() throws IOException {
        load("short.gif", ImageType.GIF, gif(2));
        load("long.gif", ImageType.GIF, gif(80));
        work.doAll();

        assertThat(drawn).containsExactly("short.gif", "long.gif not");
    }

    @Test
    void knowsWhatPicturesTake() throws IOException {
        assertThat(cost(ImageType.PNG, png(800, 600))).isEqualTo(800L * 600 * 4);
        assertThat(cost(ImageType.PNG, png(40_000, 40_000))).isEqualTo(40_000L * 40_000 * 4);
        assertThat(cost(ImageType.GIF, gif(3))).isEqualTo(3L * 800 * 600 * 4);
        assertThat(cost(ImageType.GIF, gif(200))).isGreaterThan(FileThumbnails.MOST_BYTES);
        assertThat(cost(ImageType.BMP, TestImages.of(ImageType.BMP, 1))).isPositive();
        assertThat(cost(ImageType.GIF, TestImages.of(ImageType.GIF, 1))).isPositive();
    }
}
