package org.wirephoto.desktop.gallery;

import java.util.function.DoubleUnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;

/**
 * A rectangle that is drawn with the mouse over a grid, from where it was pressed to where it is. It may be higher than
 * what is in sight: near an edge, and beyond it, the grid scrolls on by itself.
 */
final class RubberBand extends Region {
    private static final double EDGE = 32;
    private static final double FASTEST = 40;
    /** Before it was drawn so far, it was a click. */
    private static final double LEAST = 3;

    private final Region grid;
    private final DoubleUnaryOperator scroll;
    private final Area area;
    private final AnimationTimer scrolling = new AnimationTimer() {
        @Override
        public void handle(long now) {
            double by = speed();
            if (by == 0) {
                stop();
            } else {
                offset = scroll.applyAsDouble(by);
                draw();
            }
        }
    };
    private double startX;
    private double startY;
    private double x;
    private double y;
    private double offset;
    private boolean begun;

    /** Hears what the rectangle covers, in pixels from the beginning of the grid. */
    @FunctionalInterface
    interface Area {
        void covers(double x1, double y1, double x2, double y2);
    }

    /**
     * A band over a grid.
     *
     * @param scroll scrolls the grid by so many pixels and gives how far it is scrolled then
     */
    RubberBand(Region grid, DoubleUnaryOperator scroll, Area area) {
        this.grid = grid;
        this.scroll = scroll;
        this.area = area;
        getStyleClass().add("rubber-band");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** The mouse was pressed at a place of the grid's window. */
    void begin(double atX, double atY) {
        begun = true;
        offset = scroll.applyAsDouble(0);
        startX = atX;
        startY = atY + offset;
    }

    /** Whether the mouse was pressed for a band and is still down. */
    boolean isBegun() {
        return begun;
    }

    /** The mouse is at another place of the grid's window, or beside it. */
    void drag(double atX, double atY) {
        x = atX;
        y = atY;
        offset = scroll.applyAsDouble(0);
        if (isVisible() || Math.hypot(x - startX, y + offset - startY) >= LEAST) {
            setVisible(true);
            toFront();
            draw();
            if (speed() != 0) {
                scrolling.start();
            }
        }
    }

    void end() {
        begun = false;
        scrolling.stop();
        setVisible(false);
    }

    private double speed() {
        double beyond = y < EDGE ? y - EDGE : Math.max(0, y - (grid.getHeight() - EDGE));
        return Math.clamp(beyond, -FASTEST, FASTEST);
    }

    private void draw() {
        double top = Math.clamp(startY - offset, -1, grid.getHeight() + 1);
        double bottom = Math.clamp(y, -1, grid.getHeight() + 1);
        double left = Math.clamp(startX, -1, grid.getWidth() + 1);
        double right = Math.clamp(x, -1, grid.getWidth() + 1);
        resizeRelocate(
                Math.rint(Math.min(left, right)),
                Math.rint(Math.min(top, bottom)),
                Math.rint(Math.abs(right - left)),
                Math.rint(Math.abs(bottom - top)));
        area.covers(startX, startY, x, y + offset);
    }
}
