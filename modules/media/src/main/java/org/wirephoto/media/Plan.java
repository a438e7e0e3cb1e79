package org.wirephoto.media;

import org.wirephoto.protocol.Variant;

/**
 * How an image will be made smaller: every {@code step}-th pixel is decoded, of these the means are taken. The step
 * is as small as memory allows, for the more pixels go into a mean the better it looks.
 *
 * @param width of the rendering, before it is turned upright
 * @param height of the rendering, before it is turned upright
 * @param step from one pixel that is decoded to the next, across and down
 * @param bytes how much memory all of it takes, by estimate
 */
record Plan(int width, int height, int step, long bytes) {
    private static final long MOST_DECODED = 96L << 20;
    /** The rendering as samples, as colours before and after conversion, turned, and as a file. */
    private static final int RENDERED_PIXEL = 20;

    static Plan of(Header header, Frame frame, Variant variant, long budget) {
        double scale = Math.min(1, (double) variant.side() / Math.max(header.width(), header.height()));
        int width = scaled(header.width(), scale);
        int height = scaled(header.height(), scale);
        long fixed = header.decoderBytes() + (long) width * height * RENDERED_PIXEL;
        // No fewer pixels than are shown, even where the memory is then not enough.
        long least = (long) width * height * header.pixelBytes();
        long room = Math.max(least, Math.min(MOST_DECODED, Math.min(budget / 2, budget - fixed)));
        int step = 1;
        while (decoded(frame, step, header.pixelBytes()) > room) {
            step++;
        }
        return new Plan(width, height, step, fixed + decoded(frame, step, header.pixelBytes()));
    }

    private static long decoded(Frame frame, int step, int pixelBytes) {
        return Math.ceilDiv(frame.width(), step) * Math.ceilDiv(frame.height(), step) * pixelBytes;
    }

    private static int scaled(long side, double scale) {
        return (int) Math.max(1, Math.round(side * scale));
    }
}
