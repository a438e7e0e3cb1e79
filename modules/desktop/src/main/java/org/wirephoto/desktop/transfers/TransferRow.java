package org.wirephoto.desktop.transfers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.window.Parts;

/** A row of the panel: one image on its way, and what can be done about it. */
final class TransferRow extends ListCell<Transfer> {
    private final TransferWords words;
    private final FontIcon direction = new FontIcon(Feather.ARROW_UP);
    private final Label name = new Label();
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button pause;
    private final Button resume;
    private final Button again;
    private final Button cancel;
    private final Button keepBoth;
    private final Button replace;
    private final Button folder;
    private final HBox row;
    private Subscription bound = Subscription.EMPTY;
    private @Nullable Transfer shown;

    TransferRow(Transfers transfers, Texts texts, Wording wording, Consumer<Path> reveal) {
        this.words = new TransferWords(texts, wording);
        pause = Parts.icon(Feather.PAUSE, texts.text("transfers.pause"), () -> with(transfers::pause));
        resume = Parts.icon(Feather.PLAY, texts.text("transfers.resume"), () -> with(transfers::resume));
        again = Parts.icon(Feather.ROTATE_CW, texts.text("transfers.again"), () -> with(transfers::resume));
        cancel = Parts.icon(Feather.X, texts.text("transfers.cancel"), () -> with(transfers::cancel));
        keepBoth = Parts.button(
                texts.text("transfers.keep"), () -> with(transfer -> transfers.keepBoth(List.of(transfer))));
        replace = Parts.button(texts.text("transfers.replace"), () -> with(transfers::replace));
        folder = Parts.icon(
                Feather.FOLDER,
                texts.text("transfers.reveal"),
                () -> with(transfer -> folderOf(transfer).ifPresent(reveal)));
        row = row();
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    private HBox row() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("transfer-bar");
        detail.setWrapText(true);
        name.getStyleClass().add("transfer-name");
        VBox middle = new VBox(3, name, bar, detail);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox all = new HBox(10, direction, middle, keepBoth, replace, folder, again, resume, pause, cancel);
        all.setAlignment(Pos.CENTER_LEFT);
        all.getStyleClass().add("transfer-row");
        return all;
    }

    private void with(Consumer<Transfer> action) {
        Optional.ofNullable(shown).ifPresent(action);
    }

    private static Optional<Path> folderOf(Transfer transfer) {
        return transfer.result()
                .flatMap(result -> result instanceof TransferResult.Fetched(Path file)
                        ? Optional.ofNullable(file.getParent())
                        : Optional.empty());
    }

    @Override
    protected void updateItem(@Nullable Transfer item, boolean empty) {
        super.updateItem(item, empty);
        bound.unsubscribe();
        shown = empty ? null : item;
        setGraphic(shown == null ? null : row);
        if (item != null) {
            bound = Subscription.combine(
                    item.stateProperty().subscribe(() -> show(item)),
                    item.doneProperty().subscribe(() -> refresh(item)),
                    item.taskProperty().subscribe(() -> show(item)));
            show(item);
        }
    }

    private void show(Transfer transfer) {
        TransferState state = transfer.state();
        direction.setIconCode(TransferWords.isSend(transfer) ? Feather.ARROW_UP : Feather.ARROW_DOWN);
        name.setText(Wording.safe(transfer.task().title()));
        boolean bad = state == TransferState.FAILED || state == TransferState.TAKEN;
        detail.getStyleClass().setAll("label", bad ? "trouble" : "hint");
        Parts.show(pause, state.isActive());
        Parts.show(resume, state == TransferState.PAUSED || state == TransferState.OFFLINE);
        Parts.show(again, state == TransferState.FAILED || state == TransferState.CANCELLED);
        Parts.show(cancel, !state.isOver());
        Parts.show(keepBoth, state == TransferState.TAKEN);
        Parts.show(replace, state == TransferState.TAKEN);
        Parts.show(folder, folderOf(transfer).isPresent());
        Parts.show(bar, !state.isOver() && state != TransferState.TAKEN);
        refresh(transfer);
    }

    private void refresh(Transfer transfer) {
        bar.setProgress(transfer.fraction());
        detail.setText(words.detail(transfer));
        setAccessibleText(name.getText() + ", " + detail.getText());
    }
}
