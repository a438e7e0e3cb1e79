package org.wirephoto.desktop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/** Keeps what was drawn as a PNG. */
public final class Snapshot {
    private static final int RGB = 0xffffff;

    private Snapshot() {}

    /** Writes a picture in place of the one before. */
    public static void write(Path file, Image image) throws IOException {
        PixelReader pixels = image.getPixelReader();
        Files.deleteIfExists(file);
        PngFile.write(file, new Drawing() {
            @Override
            public int width() {
                return (int) image.getWidth();
            }

            @Override
            public int height() {
                return (int) image.getHeight();
            }

            @Override
            public int rgb(int x, int y) {
                return pixels.getArgb(x, y) & RGB;
            }
        });
    }
}
