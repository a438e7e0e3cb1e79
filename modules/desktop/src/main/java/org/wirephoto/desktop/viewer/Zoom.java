package org.wirephoto.desktop.viewer;

/**
 * Where an image lies in a window: how large, and how far from the middle. Never changes.
 *
 * @param windowWidth of the window, in its pixels
 * @param windowHeight of the window, in its pixels
 * @param imageWidth of the image, in its own pixels
 * @param imageHeight of the image, in its own pixels
 * @param scale window pixels to an image pixel
 * @param fitted whether the image is to fit whatever the window's size
 * @param x how far the image's middle is right of the window's
 * @param y how far the image's middle is below the window's
 */
record Zoom(
        double windowWidth,
        double windowHeight,
        double imageWidth,
        double imageHeight,
        double scale,
        boolean fitted,
        double x,
        double y) {
    private static final double LARGEST = 16;

    /** All of an image in a window; small ones in their own size. */
    static Zoom fit(double windowWidth, double windowHeight, double imageWidth, double imageHeight) {
        double scale = fitting(windowWidth, windowHeight, imageWidth, imageHeight);
        return new Zoom(windowWidth, windowHeight, imageWidth, imageHeight, scale, true, 0, 0);
    }

    private static double fitting(double windowWidth, double windowHeight, double imageWidth, double imageHeight) {
        return Math.min(1, Math.min(Math.max(1, windowWidth) / imageWidth, Math.max(1, windowHeight) / imageHeight));
    }

    /** The same in a window of another size. */
    Zoom in(double width, double height) {
        return fitted
                ? fit(width, height, imageWidth, imageHeight)
                : new Zoom(width, height, imageWidth, imageHeight, scale, false, x, y).held();
    }

    /** All of it again. */
    Zoom fit() {
        return fit(windowWidth, windowHeight, imageWidth, imageHeight);
    }

    /** Larger or smaller by a factor, while the point of the window stays over the same point of the image. */
    Zoom by(double factor, double atX, double atY) {
        return to(scale * factor, atX, atY);
    }

    /** At a scale, while the point of the window stays over the same point of the image. */
    Zoom to(double wanted, double atX, double atY) {
        double least = fitting(windowWidth, windowHeight, imageWidth, imageHeight);
        double next = Math.clamp(wanted, least, LARGEST);
        if (next <= least) {
            return fit();
        }
        double fromMiddleX = atX - windowWidth / 2;
        double fromMiddleY = atY - windowHeight / 2;
        double ratio = next / scale;
        return new Zoom(
                        windowWidth,
                        windowHeight,
                        imageWidth,
                        imageHeight,
                        next,
                        false,
                        fromMiddleX - (fromMiddleX - x) * ratio,
                        fromMiddleY - (fromMiddleY - y) * ratio)
                .held();
    }

    /** Moved by so many window pixels, as far as there is image to see. */
    Zoom moved(double right, double down) {
        return new Zoom(windowWidth, windowHeight, imageWidth, imageHeight, scale, fitted, x + right, y + down).held();
    }

    /** No emptier than it has to be. */
    private Zoom held() {
        double mostX = Math.max(0, (width() - windowWidth) / 2);
        double mostY = Math.max(0, (height() - windowHeight) / 2);
        return new Zoom(
                windowWidth,
                windowHeight,
                imageWidth,
                imageHeight,
                scale,
                fitted,
                Math.clamp(x, -mostX, mostX),
                Math.clamp(y, -mostY, mostY));
    }

    /** How wide the image is in the window. */
    double width() {
        return imageWidth * scale;
    }

    /** How high the image is in the window. */
    double height() {
        return imageHeight * scale;
    }

    /** How far the image's left edge is from the window's. */
    double left() {
        return (windowWidth - width()) / 2 + x;
    }

    /** How far the image's upper edge is from the window's. */
    double top() {
        return (windowHeight - height()) / 2 + y;
    }

    /** Whether there is more of the image than the window shows. */
    boolean isMovable() {
        return width() > windowWidth + 0.5 || height() > windowHeight + 0.5;
    }
}
