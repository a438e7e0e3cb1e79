package org.wirephoto.desktop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.desktop.Fx;
import org.wirephoto.protocol.ImageName;

class SamplePicturesTest {
    private static final int FEW = 8;

    @TempDir
    Path folder;

    @Test
    void areDifferentPicturesThatAnyoneCanOpenUnderNamesThatAServerTakes() throws Exception {
        Path samples = folder.resolve("samples");
        SamplePictures.draw(samples);
        Set<String> contents = new HashSet<>();
        try (var files = Files.list(samples)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                contents.add(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
                assertThat(ImageName.of(file.getFileName().toString()).text())
                        .isEqualTo(file.getFileName().toString());
            }
        }
        assertThat(contents).hasSize(24);
    }

    @Test
    void aPngHasThePixelsThatWereDrawn() throws Exception {
        Path file = folder.resolve("tiny.png");
        PngFile.write(file, new Drawing() {
            @Override
            public int width() {
                return FEW;
            }

            @Override
            public int height() {
                return FEW + 1;
            }

            @Override
            public int rgb(int x, int y) {
                return x << 20 | y << 12 | (x ^ y);
            }
        });
        PixelReader pixels = Fx.get(() -> new Image(file.toUri().toString()).getPixelReader());
        for (int y = 0; y <= FEW; y++) {
            for (int x = 0; x < FEW; x++) {
                assertThat(pixels.getArgb(x, y)).isEqualTo(0xff000000 | x << 20 | y << 12 | (x ^ y));
            }
        }
    }
}
