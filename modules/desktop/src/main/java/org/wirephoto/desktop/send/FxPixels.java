package org.wirephoto.desktop.send;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** The pixels of a picture that JavaFX holds. */
record FxPixels(Image image) implements PixelFile.Pixels {
    @Override
    public int width() {
        return (int) image.getWidth();
    }

    @Override
    public int height() {
        return (int) image.getHeight();
    }

    @Override
    public void row(int y, int[] argb) {
        image.getPixelReader().getPixels(0, y, argb.length, 1, PixelFormat.getIntArgbInstance(), argb, 0, argb.length);
    }
}
