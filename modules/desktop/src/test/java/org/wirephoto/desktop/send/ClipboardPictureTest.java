package org.wirephoto.desktop.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

final class ClipboardPictureTest {
    @TempDir
    private Path folder;

    /** Stripes, of which the lower half can be seen through. */
    private record Stripes(int width, int height, boolean opaque) implements PixelFile.Pixels {
        int pixel(int x, int y) {
            int alpha = opaque || y < height / 2 ? 0xFF : 0x40;
            return alpha << 24 | (x * 7 & 0xFF) << 16 | (y * 3 & 0xFF) << 8 | ((x ^ y) & 0xFF);
        }

        @Override
        public void row(int y, int[] argb) {
            for (int x = 0; x < width; x++) {
                argb[x] = pixel(x, y);
            }
        }

        int[] all() {
            int[] pixels = new int[width * height];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = pixel(i % width, i / width);
            }
            return pixels;
        }
    }

    private Path file(Stripes stripes) throws IOException {
        return Pasted.file(stripes, LocalDateTime.of(2026, 11, 22, 17, 20, 5), new TemporaryFiles(folder));
    }

    @Test
    void isCalledAfterTheMoment() throws IOException {
        assertThat(file(new Stripes(3, 2, true))).hasFileName("Screenshot_2026-11-22_17-20-05.png");
    }

    @Test
    void keepsEveryPixel() throws IOException {
        for (boolean opaque : new boolean[] {true, false}) {
            Stripes stripes = new Stripes(517, 301, opaque);
            Path file = file(stripes);

            assertThat(TestImages.pixels(Files.readAllBytes(file))).isEqualTo(stripes.all());
            assertThat(FirstBytes.typeOf(file)).contains(ImageType.PNG);
        }
    }
}
