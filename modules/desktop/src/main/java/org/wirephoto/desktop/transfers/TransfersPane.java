package org.wirephoto.desktop.transfers;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.window.Parts;

/** The panel of all transfers: a line for all together, and a row for each when it is open. Gone while there are none. */
public final class TransfersPane extends VBox {
    private final Transfers transfers;
    private final Texts texts;
    private final TransferWords words;
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final Label line = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label taken = new Label();
    private final HBox takenLine;
    private final Button pause;
    private final Button resume;
    private final Button retry;
    private final Button clear;

    /**
     * The panel of transfers.
     *
     * @param reveal shows a folder in the system's file manager
     */
    public TransfersPane(Transfers transfers, Texts texts, Wording wording, Consumer<Path> reveal) {
        this.transfers = transfers;
        this.texts = texts;
        this.words = new TransferWords(texts, wording);
        getStyleClass().add("transfers");
        pause = Parts.button(
                texts.text("transfers.pause.all"), () -> transfers.forEach(TransferState::isActive, transfers::pause));
        resume = Parts.button(
                texts.text("transfers.resume.all"),
                () -> transfers.forEach(state -> state == TransferState.PAUSED, transfers::resume));
        retry = Parts.button(
                texts.text("transfers.again.all"),
                () -> transfers.forEach(state -> state == TransferState.FAILED, transfers::resume));
        clear = Parts.button(texts.text("transfers.clear"), transfers::clearOver);
        takenLine = taken();
        ListView<Transfer> list = new ListView<>(transfers.all());
        // What was added last is what a person wants to see.
        transfers.all().addListener((ListChangeListener<Transfer>) change -> {
            while (change.next()) {
                if (change.wasAdded()) {
                    list.scrollTo(change.getFrom());
                }
            }
        });
        list.setCellFactory(_ -> new TransferRow(transfers, texts, wording, reveal));
        list.setPrefHeight(220);
        list.setAccessibleText(texts.text("transfers.title"));
        list.getStyleClass().add("transfer-list");
        open.subscribe(shown -> {
            list.setVisible(shown);
            list.setManaged(shown);
        });
        getChildren().setAll(head(), takenLine, list);
        transfers.overviewProperty().subscribe(this::show);
    }

    /** Whether the rows are shown. */
    public BooleanProperty openProperty() {
        return open;
    }

    private HBox head() {
        Button toggle = Parts.icon(Feather.CHEVRON_DOWN, texts.text("transfers.hide"), () -> open.set(!open.get()));
        open.subscribe(shown -> {
            toggle.setGraphic(new FontIcon(shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP));
            Parts.name(toggle, texts.text(shown ? "transfers.hide" : "transfers.show"));
        });
        Label title = new Label(texts.text("transfers.title"));
        title.getStyleClass().add("transfers-title");
        bar.setPrefWidth(160);
        bar.setAccessibleText(texts.text("transfers.title"));
        line.getStyleClass().add("hint");
        HBox head = new HBox(10, toggle, title, bar, line, Parts.space(), retry, resume, pause, clear);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("transfers-head");
        return head;
    }

    private HBox taken() {
        HBox box = new HBox(
                8,
                taken,
                Parts.button(
                        texts.text("transfers.keep.all"),
                        () -> transfers.keepBoth(transfers.in(TransfersPane::isTaken))),
                Parts.button(
                        texts.text("transfers.replace.all"),
                        () -> transfers.forEach(TransfersPane::isTaken, transfers::replace)),
                Parts.button(
                        texts.text("transfers.skip.all"),
                        () -> transfers.forEach(TransfersPane::isTaken, transfers::cancel)));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("transfers-taken");
        return box;
    }

    private static boolean isTaken(TransferState state) {
        return state == TransferState.TAKEN;
    }

    private void show(Overview overview) {
        Parts.show(this, !transfers.all().isEmpty());
        line.setText(words.all(overview));
        bar.setProgress(overview.fraction());
        Parts.show(bar, overview.active() > 0);
        int conflicts = overview.count(TransferState.TAKEN);
        taken.setText(texts.text("transfers.taken.count", conflicts));
        Parts.show(takenLine, conflicts > 1);
        Parts.show(pause, overview.active() > 0);
        Parts.show(resume, overview.count(TransferState.PAUSED) > 0);
        Parts.show(retry, overview.count(TransferState.FAILED) > 0);
        Parts.show(clear, overview.over() > 0);
    }
}
