package org.wirephoto.desktop.connect;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirephoto.client.KeyFile;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.text.Texts;

/** The first window: servers to choose from, and whatever stands in the way to the one that was chosen. */
final class ConnectPage extends StackPane {
    private static final double WIDTH = 620;
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final ConnectModel model;
    private final DoctorModel doctor;
    private final Work work;
    private final Texts texts;
    private final ServerChoice choice;
    private final StepPane step;
    private final DoctorPane examination;
    private final VBox card = new VBox(18);
    private Optional<Place> patient = Optional.empty();
    private boolean examining;

    ConnectPage(ConnectModel model, DoctorModel doctor, Work work, Texts texts) {
        this.model = model;
        this.doctor = doctor;
        this.work = work;
        this.texts = texts;
        this.choice = new ServerChoice(model, texts);
        this.step = new StepPane(model, texts, this::examine);
        this.examination = new DoctorPane(doctor, texts, () -> examine(patient), this::endExamination);
        getStyleClass().add("connect");
        card.getStyleClass().add("card");
        card.setMaxWidth(WIDTH);
        card.setMaxHeight(USE_PREF_SIZE);
        StackPane middle = new StackPane(card);
        middle.getStyleClass().add("connect-middle");
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        getChildren().setAll(scroll);
        setOnDragOver(this::over);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setOnDragDropped(this::dropped);
        model.step().subscribe((before, now) -> show(Optional.of(before), now));
        show(Optional.empty(), model.step().get());
    }

    private void show(Optional<Step> before, Step now) {
        step.show(before, now);
        arrange();
    }

    private void arrange() {
        Node content = examining ? examination : model.step().get() instanceof Step.Choosing ? choice : step;
        if (!card.getChildren().contains(content)) {
            card.getChildren().setAll(content);
            if (content != examination) {
                card.getChildren().addFirst(header());
            }
            if (content == choice) {
                card.getChildren().add(footer());
            }
        }
        focus();
    }

    private HBox header() {
        Label title = new Label(texts.text("connect.title"));
        title.getStyleClass().add("placeholder-title");
        Label subtitle = Parts.words(texts.text("connect.subtitle"), "hint");
        VBox words = new VBox(2, title, subtitle);
        StackPane sign = new StackPane(Parts.icon(Feather.IMAGE));
        sign.getStyleClass().add("program-sign");
        HBox line = new HBox(14, sign, words);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox footer() {
        Button check = Parts.button(texts.text("connect.check"), () -> examine(Optional.empty()));
        check.setGraphic(Parts.icon(Feather.ACTIVITY));
        check.setId("check");
        HBox line = new HBox(check);
        line.getStyleClass().add("card-footer");
        return line;
    }

    private void examine(Optional<Place> place) {
        patient = place;
        examining = true;
        doctor.examine(place);
        arrange();
    }

    private void endExamination() {
        examining = false;
        doctor.stop();
        arrange();
    }

    /** Puts the keyboard where it is needed. */
    void focus() {
        if (examining) {
            examination.focus();
        } else if (model.step().get() instanceof Step.Choosing) {
            choice.focus();
        } else {
            step.focus();
        }
    }

    /** Fields paste for themselves. */
    private void pressed(KeyEvent event) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (PASTE.match(event) && clipboard.hasString()) {
            drop(clipboard.getString());
            event.consume();
        }
    }

    private void over(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles() || board.hasString() || board.hasUrl()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        List<File> files = board.hasFiles() ? board.getFiles() : List.of();
        if (!files.isEmpty()) {
            drop(files.getFirst());
        } else if (board.hasString()) {
            drop(board.getString());
        }
        event.setDropCompleted(true);
        event.consume();
    }

    /** Takes text that was dropped or pasted anywhere on the page. */
    void drop(String text) {
        if (!(model.step().get() instanceof Step.AskingKey) || !model.key(text)) {
            if (!(Entry.of(text) instanceof Entry.Invited)) {
                model.cancel();
            }
            choice.offer(text);
        }
    }

    /** Takes a file that was dropped: it may hold an invite, or a key. */
    void drop(File file) {
        work.start(() -> KeyFile.read(file.toPath()), this::take, _ -> model.unusable(unreadable()));
    }

    private void take(KeyFile file) {
        if (file.invite().isPresent()) {
            model.choose(file.invite().get());
        } else if (model.step().get() instanceof Step.AskingKey) {
            model.key(file.key().text());
        } else {
            model.unusable(trouble("connect.file.key"));
        }
    }

    private Trouble unreadable() {
        return trouble("connect.file.unreadable");
    }

    private Trouble trouble(String key) {
        return new Trouble(Trouble.Kind.TOLD, Optional.empty(), texts.text(key), Optional.empty());
    }
}
