package org.wirephoto.desktop.send;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.desktop.send.SendItem.Status;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.window.Checks;
import org.wirephoto.desktop.window.Parts;
import org.wirephoto.protocol.ImageName;

/** A row of the sheet: a file's picture, its name to type, what is wrong with it and what mends it. */
final class SendRow extends ListCell<SendItem> {
    private final SendSheet sheet;
    private final FileThumbnails thumbnails;
    private final Texts texts;
    private final SendWords words;
    private final ImageView picture = new ImageView();
    private final FontIcon noPicture = new FontIcon(Feather.IMAGE);
    private final CustomTextField name = new CustomTextField();
    private final FontIcon mark = new FontIcon(Feather.CHECK);
    private final Label message = new Label();
    private final Button fix = Parts.button("", () -> with(sheet()::fix));
    private final Button replace;
    private final Button skip = Parts.button("", this::toggleSkip);
    private final HBox row;
    private final Runnable check;
    private Subscription bound = Subscription.EMPTY;
    private Job loading = Job.none();
    private @Nullable SendItem shown;

    SendRow(SendSheet sheet, FileThumbnails thumbnails, Texts texts, Wording wording) {
        this.sheet = sheet;
        this.thumbnails = thumbnails;
        this.texts = texts;
        this.words = new SendWords(texts, wording, sheet);
        replace = Parts.button(texts.text("send.replace"), () -> with(sheet::replace));
        row = row();
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // As wide as the list, whatever the name: the list would scroll sideways.
        setPrefWidth(0);
        setFocusTraversable(false);
        check = Checks.of(name, _ -> problem());
    }

    private SendSheet sheet() {
        return sheet;
    }

    private HBox row() {
        picture.setFitWidth(FileThumbnails.SIDE);
        picture.setFitHeight(FileThumbnails.SIDE);
        picture.setPreserveRatio(true);
        StackPane frame = new StackPane(noPicture, picture);
        frame.getStyleClass().add("send-picture");
        frame.setMinSize(FileThumbnails.SIDE, FileThumbnails.SIDE);
        frame.setMaxSize(FileThumbnails.SIDE, FileThumbnails.SIDE);
        name.setRight(new StackPane(mark));
        mark.getStyleClass().add("send-mark");
        Parts.wrapped(message);
        Button remove = Parts.icon(Feather.X, texts.text("send.remove"), () -> with(sheet::remove));
        HBox actions = new HBox(8, fix, replace, skip);
        actions.setAlignment(Pos.CENTER_LEFT);
        VBox middle = new VBox(5, name, message, actions);
        actions.visibleProperty()
                .bind(fix.visibleProperty().or(replace.visibleProperty()).or(skip.visibleProperty()));
        actions.managedProperty().bind(actions.visibleProperty());
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        HBox all = new HBox(12, frame, middle, remove);
        all.setAlignment(Pos.TOP_LEFT);
        all.getStyleClass().add("send-row");
        return all;
    }

    private Optional<String> problem() {
        return Optional.ofNullable(shown).flatMap(SendItem::problem).map(words::problem);
    }

    private void with(Consumer<SendItem> action) {
        Optional.ofNullable(shown).ifPresent(action);
    }

    private void toggleSkip() {
        with(item -> sheet.skip(item, !(item.status() instanceof Status.Skipped)));
    }

    @Override
    protected void updateItem(@Nullable SendItem item, boolean empty) {
        super.updateItem(item, empty);
        if (item == shown) {
            setGraphic(item == null ? null : row);
            return;
        }
        release();
        shown = empty ? null : item;
        setGraphic(shown == null ? null : row);
        if (item != null) {
            bind(item);
        }
    }

    private void release() {
        SendItem before = shown;
        if (before != null) {
            name.textProperty().unbindBidirectional(before.nameProperty());
        }
        bound.unsubscribe();
        loading.cancel();
    }

    private void bind(SendItem item) {
        name.textProperty().bindBidirectional(item.nameProperty());
        name.setAccessibleText(texts.text("send.name.accessible", words.fileName(item)));
        bound = item.statusProperty().subscribe(status -> show(item, status));
        picture.setImage(null);
        loading = thumbnails.load(item, this::draw);
    }

    private void draw(Optional<Image> image) {
        picture.setImage(image.orElse(null));
        noPicture.setVisible(image.isEmpty());
    }

    private void show(SendItem item, Status status) {
        Optional<Problem> problem = item.problem();
        Optional<ImageName> mended = problem.flatMap(Problem::fix);
        boolean skipped = status instanceof Status.Skipped;
        boolean taken =
                problem.filter(each -> each.kind() == Problem.Kind.NAME_TAKEN).isPresent();
        boolean hopeless = problem.filter(Problem::isFinal).isPresent();
        message.setText(words.message(item, status));
        message.getStyleClass().setAll("label", problem.isPresent() ? "trouble" : "hint");
        mended.ifPresent(each -> fix.setText(texts.text("send.fix", Wording.safe(each.text()))));
        Parts.show(fix, mended.isPresent());
        Parts.show(replace, taken);
        skip.setText(texts.text(skipped ? "send.unskip" : "send.skip"));
        Parts.show(skip, skipped || (problem.isPresent() && !hopeless));
        name.setDisable(skipped || hopeless);
        mark.setIconCode(skipped ? Feather.MINUS : problem.isPresent() ? Feather.ALERT_CIRCLE : Feather.CHECK);
        mark.getStyleClass().setAll("ikonli-font-icon", "send-mark", problem.isPresent() ? "bad" : "good");
        check.run();
    }
}
