package org.wirephoto.media;

import java.awt.image.BufferedImage;

/** Where the small image comes together: the decoded frame, scaled, in sRGB, at its place; the rest is clear. */
final class Canvas {
    private final Source source;
    private final Plan plan;

    Canvas(Source source, Plan plan) {
        this.source = source;
        this.plan = plan;
    }

    /** The pixels of the rendering as 0xAARRGGBB. */
    int[] draw(BufferedImage decoded) throws NoPreviewException {
        if (source.frame().equals(Frame.whole(source.header()))) {
            return scaled(decoded, plan.width(), plan.height());
        }
        double across = (double) plan.width() / source.header().width();
        double down = (double) plan.height() / source.header().height();
        Frame frame = source.frame();
        int width = Math.clamp(Math.round(frame.width() * across), 1, Math.max(1, decoded.getWidth()));
        int height = Math.clamp(Math.round(frame.height() * down), 1, Math.max(1, decoded.getHeight()));
        int[] pixels = scaled(decoded, width, height);
        int[] canvas = new int[plan.width() * plan.height()];
        int left = (int) Math.round(frame.left() * across);
        int top = (int) Math.round(frame.top() * down);
        int shown = Math.min(width, plan.width() - left);
        for (int y = 0; y < height && top + y < plan.height() && shown > 0; y++) {
            System.arraycopy(pixels, y * width, canvas, (top + y) * plan.width() + left, shown);
        }
        return canvas;
    }

    private int[] scaled(BufferedImage decoded, int width, int height) throws NoPreviewException {
        SampleRows rows = new SampleRows(decoded);
        if (rows.bands() > 5) {
            throw new NoPreviewException(NoPreviewException.DAMAGED);
        }
        SmallImage small = AreaScaler.scale(rows, width, height);
        return SrgbColours.pixels(small, rows.colours(), source.profile());
    }
}
