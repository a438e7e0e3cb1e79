package org.wirephoto.desktop.gallery;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.text.Wording;

/**
 * What a cell of the grid shows: a thumbnail and a name. Its parts are unmanaged, because a picture that arrives in a
 * managed one makes the whole grid lay itself out again.
 */
final class ImageTile extends Region {
    static final double NAME_HEIGHT = 22;
    private static final double GAP = 6;

    private final ImageView thumbnail = new ImageView();
    private final Label name = new Label();
    private final Label type = new Label();
    private final FontIcon icon = new FontIcon(Feather.IMAGE);

    ImageTile() {
        getStyleClass().add("image-tile");
        name.getStyleClass().add("tile-name");
        type.getStyleClass().add("tile-type");
        type.setGraphic(icon);
        thumbnail.setPreserveRatio(true);
        thumbnail.setSmooth(true);
        thumbnail.setManaged(false);
        name.setManaged(false);
        type.setManaged(false);
        type.setVisible(false);
        setMouseTransparent(true);
        getChildren().addAll(type, thumbnail, name);
    }

    /** Shows an image of which nothing but its name is known yet. */
    void show(RemoteImage image) {
        name.setText(Wording.safe(image.name().text()));
        type.setText(Wording.type(image.attributes().type()));
        thumbnail.setImage(null);
        type.setVisible(false);
        requestLayout();
    }

    void picture(Image image) {
        thumbnail.setImage(image);
        type.setVisible(false);
        place();
    }

    /** Shows the type in place of a picture. */
    void noPicture(Feather why) {
        icon.setIconCode(why);
        thumbnail.setImage(null);
        type.setVisible(true);
        place();
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private double side() {
        return Math.max(1, getWidth());
    }

    private double pictureHeight() {
        return Math.max(1, getHeight() - NAME_HEIGHT - GAP);
    }

    private void place() {
        double width = side();
        double height = pictureHeight();
        @Nullable Image image = thumbnail.getImage();
        if (image != null) {
            // Never larger than it is.
            double scale = Math.min(1, Math.min(width / image.getWidth(), height / image.getHeight()));
            double shownWidth = Math.max(1, image.getWidth() * scale);
            double shownHeight = Math.max(1, image.getHeight() * scale);
            thumbnail.setFitWidth(shownWidth);
            thumbnail.setFitHeight(shownHeight);
            thumbnail.setViewport(new Rectangle2D(0, 0, image.getWidth(), image.getHeight()));
            thumbnail.relocate(Math.floor((width - shownWidth) / 2), Math.floor((height - shownHeight) / 2));
        }
        double box = Math.min(Math.min(width, height), 112);
        type.resizeRelocate((width - box) / 2, (height - box) / 2, box, box);
        name.resizeRelocate(0, height + GAP, width, NAME_HEIGHT);
    }
}
