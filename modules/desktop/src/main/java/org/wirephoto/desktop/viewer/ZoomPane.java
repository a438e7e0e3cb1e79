package org.wirephoto.desktop.viewer;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** A picture that is made larger with the wheel or two fingers and moved with the mouse. */
final class ZoomPane extends Pane {
    private static final double STEP = 1.25;
    private static final double WHEEL = 1.15;

    private final ImageView view = new ImageView();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private Zoom zoom = Zoom.fit(1, 1, 1, 1);
    private double lastX;
    private double lastY;

    ZoomPane() {
        view.setManaged(false);
        view.setSmooth(true);
        getChildren().setAll(view);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Rectangle window = new Rectangle();
        window.widthProperty().bind(widthProperty());
        window.heightProperty().bind(heightProperty());
        setClip(window);
        setMinSize(0, 0);
        setOnScroll(this::scrolled);
        setOnZoom(this::zoomed);
        setOnMousePressed(event -> remember(event));
        setOnMouseDragged(this::dragged);
        setOnMouseClicked(this::clicked);
    }

    /** Takes up an image of that many pixels, of whatever sharpness its picture will be. */
    void size(double width, double height) {
        change(Zoom.fit(getWidth(), getHeight(), width, height));
    }

    void picture(Image image) {
        view.setImage(image);
        place();
    }

    void clear() {
        view.setImage(null);
    }

    /** How large the image is, such as {@code 50 %}. */
    ReadOnlyStringProperty zoomText() {
        return text.getReadOnlyProperty();
    }

    void step(int steps) {
        change(zoom.by(Math.pow(STEP, steps), getWidth() / 2, getHeight() / 2));
    }

    void fit() {
        change(zoom.fit());
    }

    void ownSize() {
        change(zoom.to(1, getWidth() / 2, getHeight() / 2));
    }

    void fitOrOwnSize() {
        if (zoom.fitted()) {
            ownSize();
        } else {
            fit();
        }
    }

    @Override
    protected void layoutChildren() {
        change(zoom.in(getWidth(), getHeight()));
    }

    private void change(Zoom other) {
        zoom = other;
        place();
    }

    private void place() {
        view.setFitWidth(zoom.width());
        view.setFitHeight(zoom.height());
        view.relocate(Math.rint(zoom.left()), Math.rint(zoom.top()));
        text.set(Math.round(zoom.scale() * 100) + "\u00a0%");
        setCursor(zoom.isMovable() ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0 && !event.isInertia()) {
            change(zoom.by(event.getDeltaY() > 0 ? WHEEL : 1 / WHEEL, event.getX(), event.getY()));
            event.consume();
        }
    }

    private void zoomed(ZoomEvent event) {
        change(zoom.by(event.getZoomFactor(), event.getX(), event.getY()));
        event.consume();
    }

    private void remember(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    private void dragged(MouseEvent event) {
        change(zoom.moved(event.getX() - lastX, event.getY() - lastY));
        remember(event);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            change(zoom.fitted() ? zoom.to(1, event.getX(), event.getY()) : zoom.fit());
        }
    }
}
