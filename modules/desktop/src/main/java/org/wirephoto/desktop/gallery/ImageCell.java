package org.wirephoto.desktop.gallery;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.image.Image;
import javafx.util.Subscription;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.picture.Picture;
import org.wirephoto.desktop.picture.PictureStore;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.protocol.Variant;

/** A cell of the grid. Waits for its thumbnail only while it is in sight. */
final class ImageCell extends GridCell<RemoteImage> {
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

    private final PictureStore<Image> pictures;
    private final Selection selection;
    private final ImageTile tile = new ImageTile();
    private @Nullable RemoteImage shown;
    private Job job = Job.none();
    private boolean waiting;
    private Subscription row = Subscription.EMPTY;

    ImageCell(PictureStore<Image> pictures, Selection selection) {
        this.pictures = pictures;
        this.selection = selection;
        getStyleClass().add("image-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setGraphic(tile);
        tile.prefWidthProperty().bind(widthProperty().subtract(16));
        tile.prefHeightProperty().bind(heightProperty().subtract(14));
        parentProperty().subscribe(this::follow);
    }

    /** The grid keeps rows that are out of sight, and hides them. */
    private void follow(@Nullable Parent parent) {
        row.unsubscribe();
        row = parent == null ? Subscription.EMPTY : parent.visibleProperty().subscribe(this::inSight);
        if (parent == null) {
            inSight(false);
        }
    }

    private void inSight(boolean visible) {
        if (!visible) {
            stopWaiting();
        } else if (shown != null && !waiting && !isFinished()) {
            ask(shown);
        }
    }

    private boolean isFinished() {
        return finished;
    }

    private boolean finished;

    @Override
    protected void updateItem(@Nullable RemoteImage image, boolean empty) {
        super.updateItem(image, empty);
        if (empty || image == null) {
            // The grid says so each time before it says what is next.
            Platform.runLater(this::clearIfEmpty);
            return;
        }
        tile.setVisible(true);
        if (!image.equals(shown)) {
            stopWaiting();
            boolean samePicture = shown != null
                    && finished
                    && shown.attributes().digest().equals(image.attributes().digest())
                    && shown.name().text().equals(image.name().text());
            shown = image;
            if (!samePicture) {
                tile.show(image);
                ask(image);
            }
            setAccessibleText(Wording.safe(image.name().text()) + ", "
                    + Wording.type(image.attributes().type()));
        } else if (!finished && !waiting) {
            ask(image);
        }
        showSelection();
    }

    private void clearIfEmpty() {
        if (getItem() == null) {
            stopWaiting();
            shown = null;
            tile.setVisible(false);
            updateSelected(false);
            pseudoClassStateChanged(LEAD, false);
        }
    }

    private void ask(RemoteImage image) {
        finished = false;
        waiting = true;
        job = pictures.request(image, Variant.THUMBNAIL, picture -> arrived(image, picture));
    }

    private void arrived(RemoteImage image, Picture<Image> picture) {
        if (!image.equals(shown)) {
            return;
        }
        waiting = false;
        finished = true;
        switch (picture) {
            case Picture.Ready<Image> ready -> tile.picture(ready.pixels());
            case Picture.None<Image> _ -> tile.noPicture(Feather.IMAGE);
            case Picture.Failed<Image> _ -> {
                finished = false; // asked for again when it comes into sight
                tile.noPicture(Feather.CLOUD_OFF);
            }
        }
    }

    private void stopWaiting() {
        if (waiting) {
            waiting = false;
            job.cancel();
            job = Job.none();
        }
    }

    /** Shows whether it is selected, and whether the keyboard is here. */
    void showSelection() {
        RemoteImage image = getItem();
        if (image != null) {
            updateSelected(selection.contains(image));
            pseudoClassStateChanged(
                    LEAD,
                    selection
                            .lead()
                            .filter(lead -> lead.name().equals(image.name()))
                            .isPresent());
        }
    }
}
