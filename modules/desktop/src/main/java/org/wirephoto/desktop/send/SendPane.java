package org.wirephoto.desktop.send;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Dragboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.desktop.send.Problem.Kind;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.transfers.SendTask;
import org.wirephoto.desktop.window.Parts;

/** The sheet of what is to be sent. */
public final class SendPane extends BorderPane {
    private final SendSheet sheet;
    private final Texts texts;
    private final Label trouble = new Label();
    private final Label count = new Label();
    private final HBox bulk = new HBox(8);
    private final Button send;
    private boolean offered;

    /**
     * The pane of a sheet.
     *
     * @param start takes on what is ready
     * @param close closes the window that it is in
     */
    public SendPane(
            SendSheet sheet, Work work, Texts texts, Wording wording, Consumer<List<SendTask>> start, Runnable close) {
        this.sheet = sheet;
        this.texts = texts;
        getStyleClass().add("send-pane");
        send = Parts.button("", () -> send(start, close));
        setTop(top());
        setCenter(list(work, wording));
        setBottom(bottom(close));
        setPrefSize(760, 600);
        sheet.summaryProperty().subscribe(this::show);
        sheet.imagelessProperty().subscribe(this::tellOfNone);
        sheet.items().addListener((ListChangeListener<SendItem>)
                _ -> show(sheet.summaryProperty().get()));
        acceptDrops();
    }

    private Node top() {
        Button files = Parts.button(texts.text("send.files"), this::chooseFiles);
        files.setGraphic(new FontIcon(Feather.FILE_PLUS));
        Button folder = Parts.button(texts.text("send.folder"), this::chooseFolder);
        folder.setGraphic(new FontIcon(Feather.FOLDER_PLUS));
        ProgressIndicator looking = new ProgressIndicator();
        looking.setPrefSize(20, 20);
        looking.visibleProperty().bind(sheet.lookingProperty());
        HBox line = new HBox(10, Parts.title(texts.text("send.title")), looking, Parts.space(), files, folder);
        line.setAlignment(Pos.CENTER_LEFT);
        trouble.getStyleClass().add("trouble");
        Parts.wrapped(trouble);
        Parts.show(trouble, false);
        VBox box = new VBox(8, line, Parts.hint(texts.text("send.hint")), trouble, bulk);
        bulk.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("sheet-top");
        return box;
    }

    private Node list(Work work, Wording wording) {
        ListView<SendItem> list = new ListView<>(sheet.items());
        FileThumbnails thumbnails = new FileThumbnails(work);
        list.setCellFactory(_ -> new SendRow(sheet, thumbnails, texts, wording));
        list.setPlaceholder(Parts.hint(texts.text("send.empty")));
        list.setAccessibleText(texts.text("send.title"));
        list.getStyleClass().add("send-list");
        return list;
    }

    private Node bottom(Runnable close) {
        CheckBox bare = new CheckBox(texts.text("send.bare"));
        bare.selectedProperty().bindBidirectional(sheet.bareProperty());
        Parts.wrapped(count);
        HBox.setHgrow(count, Priority.ALWAYS);
        count.setMaxWidth(Double.MAX_VALUE);
        send.setDefaultButton(true);
        Button cancel = Parts.button(texts.text("send.cancel"), close);
        cancel.setCancelButton(true);
        HBox line = new HBox(10, count, cancel, send);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(10, bare, Parts.hint(texts.text("send.bare.hint")), line);
        box.getStyleClass().add("sheet-bottom");
        return box;
    }

    private void show(SendSheet.Summary summary) {
        send.setText(texts.text("send.go", summary.ready()));
        send.setDisable(!summary.canSend());
        offerKeyboard(summary);
        List<String> parts = new ArrayList<>();
        if (summary.wrong() > 0) {
            parts.add(texts.text("send.count.wrong", summary.wrong()));
        }
        if (summary.impossible() > 0) {
            parts.add(texts.text("send.count.impossible", summary.impossible()));
        }
        if (summary.marked() > 0) {
            parts.add(texts.text("send.count.keeps", summary.marked()));
        }
        if (summary.more()) {
            parts.add(texts.text("send.count.more", SendSheet.MOST));
        }
        count.setText(String.join(" ", parts));
        count.getStyleClass().setAll("label", summary.wrong() > 0 ? "trouble" : "hint");
        bulk.getChildren().clear();
        offer(Kind.NAME_TAKEN, "send.all.taken", true);
        offer(Kind.NAME_TWICE, "send.all.twice", false);
        offer(Kind.EXTENSION_MISMATCH, "send.all.extension", false);
        Parts.show(bulk, !bulk.getChildren().isEmpty());
    }

    /** As soon as all is well, Enter sends; unless somebody types. */
    private void offerKeyboard(SendSheet.Summary summary) {
        boolean typing = getScene() != null && getScene().getFocusOwner() instanceof TextInputControl;
        if (summary.canSend() && !offered && !typing) {
            offered = true;
            send.requestFocus();
        }
    }

    /** Where several files have the same problem, one click does for all. */
    private void offer(Kind kind, String key, boolean replace) {
        long many = sheet.items().stream()
                .filter(item ->
                        item.problem().filter(problem -> problem.kind() == kind).isPresent())
                .count();
        if (many < 2 || !bulk.getChildren().isEmpty()) {
            return;
        }
        bulk.getChildren().setAll(new Label(texts.text(key, many)));
        bulk.getChildren().add(Parts.button(texts.text("send.all.fix"), () -> sheet.forAll(kind, sheet::fix)));
        if (replace) {
            bulk.getChildren()
                    .add(Parts.button(texts.text("send.all.replace"), () -> sheet.forAll(kind, sheet::replace)));
        }
        bulk.getChildren()
                .add(Parts.button(
                        texts.text("send.all.skip"), () -> sheet.forAll(kind, item -> sheet.skip(item, true))));
    }

    private void send(Consumer<List<SendTask>> start, Runnable close) {
        int ready = sheet.summaryProperty().get().ready();
        List<SendTask> taken = sheet.takeReady();
        start.accept(taken);
        SendSheet.Summary left = sheet.summaryProperty().get();
        if (left.ready() > 0) {
            tell(texts.text("transfers.full", taken.size(), ready));
        } else if (left.wrong() == 0) {
            close.run();
        }
    }

    /** Adds files and folders. */
    public void add(List<Path> paths) {
        if (!paths.isEmpty()) {
            Parts.show(trouble, false);
            sheet.add(paths, what -> tell(texts.sentence(what)));
        }
    }

    private void tellOfNone(List<Path> folders) {
        if (!folders.isEmpty()) {
            Path first = folders.getFirst();
            String name = Wording.safe(String.valueOf(first.getFileName() == null ? first : first.getFileName()));
            tell(texts.text("send.imageless", name, folders.size() - 1));
        }
    }

    private void tell(String sentence) {
        trouble.setText(sentence);
        Parts.show(trouble, true);
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.text("send.title"));
        Optional.ofNullable(chooser.showOpenMultipleDialog(getScene().getWindow()))
                .ifPresent(files -> add(files.stream().map(File::toPath).toList()));
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.text("send.title"));
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .ifPresent(folder -> add(List.of(folder.toPath())));
    }

    private void acceptDrops() {
        Drops.accept(
                this, this, () -> true, (Dragboard board) -> Drops.files(board).ifPresent(this::add));
    }
}
