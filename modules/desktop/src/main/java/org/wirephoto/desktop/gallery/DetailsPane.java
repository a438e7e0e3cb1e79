package org.wirephoto.desktop.gallery;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.picture.Picture;
import org.wirephoto.desktop.picture.PictureStore;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.Variant;

/** What is known of the image that is selected. */
final class DetailsPane extends ScrollPane {
    private static final double WIDTH = 288;
    private static final double PICTURE = 240;

    private final Selection selection;
    private final PictureStore<Image> pictures;
    private final Texts texts;
    private final Wording wording;
    private final ImageView thumbnail = new ImageView();
    private final Label name = new Label();
    private final GridPane facts = new GridPane();
    private final Label hint = new Label();
    private final VBox column = new VBox(14);
    private Job job = Job.none();
    private @Nullable RemoteImage shown;
    private int rows;

    DetailsPane(Selection selection, PictureStore<Image> pictures, Texts texts, Wording wording) {
        this.selection = selection;
        this.pictures = pictures;
        this.texts = texts;
        this.wording = wording;
        getStyleClass().add("details");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        thumbnail.setPreserveRatio(true);
        thumbnail.setSmooth(true);
        name.getStyleClass().add("details-name");
        name.setWrapText(true);
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        facts.setHgap(12);
        facts.setVgap(10);
        column.getStyleClass().add("details-column");
        setContent(column);
        selection.revisionProperty().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        Optional<RemoteImage> image = selection.shown();
        int several = selection.size();
        if (several > 1) {
            showHint(texts.text("details.several", several, wording.size(selection.bytes())));
        } else if (image.isEmpty() || several == 0) {
            showHint(texts.text("details.none"));
        } else if (!image.get().equals(shown)) {
            show(image.get());
        }
    }

    private void showHint(String sentence) {
        job.cancel();
        shown = null;
        hint.setText(sentence);
        column.getChildren().setAll(hint);
    }

    private void show(RemoteImage image) {
        job.cancel();
        shown = image;
        thumbnail.setImage(null);
        StackPane frame = new StackPane(thumbnail);
        frame.setAlignment(Pos.CENTER);
        frame.getStyleClass().add("details-picture");
        frame.setMinHeight(PICTURE * 0.75);
        name.setText(Wording.safe(image.name().text()));
        fill(image.attributes());
        column.getChildren().setAll(frame, name, facts);
        job = pictures.request(image, Variant.THUMBNAIL, picture -> {
            if (picture instanceof Picture.Ready<Image> ready) {
                thumbnail.setFitWidth(Math.min(PICTURE, ready.pixels().getWidth()));
                thumbnail.setFitHeight(Math.min(PICTURE, ready.pixels().getHeight()));
                thumbnail.setImage(ready.pixels());
            } else {
                frame.getChildren().setAll(new Label(texts.text("details.no-preview")));
            }
        });
    }

    private void fill(ImageAttributes attributes) {
        facts.getChildren().clear();
        rows = 0;
        fact("details.type", Wording.type(attributes.type()));
        fact("details.pixels", wording.pixels(attributes.width(), attributes.height()));
        fact("details.size", wording.size(attributes.filesize()));
        fact("details.saved", wording.minute(attributes.saved()));
        attributes.taken().ifPresent(time -> fact("details.taken", wording.minute(time)));
        attributes.sender().ifPresent(label -> fact("details.sender", Wording.safe(label)));
        TextField digest = new TextField(attributes.digest().hex());
        digest.setEditable(false);
        digest.getStyleClass().add("digest");
        digest.setAccessibleText(texts.text("details.digest"));
        facts.add(key("details.digest"), 0, rows);
        facts.add(digest, 1, rows);
        GridPane.setHgrow(digest, Priority.ALWAYS);
    }

    private void fact(String key, String value) {
        Label text = new Label(value);
        text.setWrapText(true);
        facts.add(key(key), 0, rows);
        facts.add(text, 1, rows);
        rows++;
    }

    private Label key(String key) {
        Label label = new Label(texts.text(key));
        label.getStyleClass().add("fact");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
