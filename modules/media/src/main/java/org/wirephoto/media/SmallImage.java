package org.wirephoto.media;

/** A rendering on its way: rows of pixels of a few samples, alpha last, not weighted by it. For one thread. */
final class SmallImage {
    private final int width;
    private final int height;
    private final int bands;
    private final boolean alpha;
    private final byte[] samples;

    SmallImage(int width, int height, int bands, boolean alpha, byte[] samples) {
        this.width = width;
        this.height = height;
        this.bands = bands;
        this.alpha = alpha;
        this.samples = samples;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** How many samples make the colour of a pixel. */
    int colourBands() {
        return alpha ? bands - 1 : bands;
    }

    int sample(int pixel, int band) {
        return samples[pixel * bands + band] & 0xFF;
    }

    /** From 0, clear, to 255, opaque. */
    int alpha(int pixel) {
        return alpha ? sample(pixel, bands - 1) : 255;
    }
}
