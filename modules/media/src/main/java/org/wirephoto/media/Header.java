package org.wirephoto.media;

/**
 * What an image's headers say.
 *
 * @param width pixels in a stored row; not yet known to be sensible
 * @param height stored rows
 * @param exif what the camera noted
 * @param decoderBytes what a decoder takes in memory, however few of the pixels are asked for
 * @param pixelBytes what it takes for each pixel that is asked for
 */
record Header(long width, long height, Exif exif, long decoderBytes, int pixelBytes) {
    /** What decoders take for themselves where nothing depends on the size. */
    static final long LITTLE = 1L << 20;

    /** The most that a product of sizes out of a file may come to, far above any memory. */
    static final long ENDLESS = 1L << 50;

    Header(long width, long height, Exif exif, int pixelBytes) {
        this(width, height, exif, LITTLE, pixelBytes);
    }

    /** Pixels in all, or {@link #ENDLESS} where there are more than that. */
    long pixels() {
        return product(width, height);
    }

    /** The product of two sizes that are not negative, at most {@link #ENDLESS}. */
    static long product(long one, long other) {
        return one != 0 && other > ENDLESS / one ? ENDLESS : one * other;
    }
}
