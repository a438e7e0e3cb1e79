package org.wirephoto.media;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * The rows of a decoded image as samples from 0 to 255, colours weighted by alpha. Samples are taken as they are
 * stored: Java's own conversion takes every gray for a linear one and brightens it.
 */
final class SampleRows {
    private static final int OPAQUE = 255;

    private final BufferedImage image;
    private final boolean direct;
    private final boolean alpha;
    private final int bands;
    private int[] row = {};

    SampleRows(BufferedImage image) {
        this.image = image;
        ColorModel model = image.getColorModel();
        int type = image.getRaster().getTransferType();
        this.direct = model instanceof ComponentColorModel
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT)
                && model.getNumComponents() == image.getRaster().getNumBands();
        this.alpha = model.hasAlpha();
        this.bands = direct ? model.getNumComponents() : alpha ? 4 : 3;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** How many samples a pixel has; with alpha that is the last of them. */
    int bands() {
        return bands;
    }

    boolean hasAlpha() {
        return alpha;
    }

    /** What the colours mean. */
    ColorSpace colours() {
        return direct ? image.getColorModel().getColorSpace() : ColorSpace.getInstance(ColorSpace.CS_sRGB);
    }

    /** Puts one row into an array of width times bands. */
    void read(int y, float[] samples) {
        if (direct) {
            readComponents(y, samples);
        } else {
            readPacked(y, samples);
        }
        if (alpha && !image.isAlphaPremultiplied()) {
            weight(samples);
        }
    }

    private void readComponents(int y, float[] samples) {
        Raster raster = image.getRaster();
        row = raster.getPixels(0, y, width(), 1, row.length == samples.length ? row : new int[samples.length]);
        float most = (1 << image.getColorModel().getComponentSize(0)) - 1;
        float scale = OPAQUE / most;
        for (int i = 0; i < samples.length; i++) {
            samples[i] = row[i] * scale;
        }
    }

    private void readPacked(int y, float[] samples) {
        row = image.getRGB(0, y, width(), 1, row.length == width() ? row : new int[width()], 0, width());
        for (int x = 0; x < width(); x++) {
            int rgb = row[x];
            int at = x * bands;
            samples[at] = (rgb >> 16) & 0xFF;
            samples[at + 1] = (rgb >> 8) & 0xFF;
            samples[at + 2] = rgb & 0xFF;
            if (alpha) {
                samples[at + 3] = rgb >>> 24;
            }
        }
    }

    private void weight(float[] samples) {
        for (int at = 0; at < samples.length; at += bands) {
            float weight = samples[at + bands - 1] / OPAQUE;
            for (int band = 0; band < bands - 1; band++) {
                samples[at + band] *= weight;
            }
        }
    }
}
