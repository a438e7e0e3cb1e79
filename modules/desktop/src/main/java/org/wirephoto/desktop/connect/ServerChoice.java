package org.wirephoto.desktop.connect;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.window.Checks;

/** Where a person chooses: the list of servers, and a field for an address or an invite. */
final class ServerChoice extends VBox {
    private static final double ROW = 58;
    private static final int MOST_ROWS = 5;

    private final ConnectModel model;
    private final Texts texts;
    private final CustomTextField field = new CustomTextField();
    private final Label hint;

    ServerChoice(ConnectModel model, Texts texts) {
        super(10);
        this.model = model;
        this.texts = texts;
        this.hint = Parts.words(texts.text("connect.field.hint"), "hint");
        getStyleClass().add("server-choice");
        ListView<ServerRow> list = list();
        Label label = new Label(texts.text("connect.field.label"));
        label.getStyleClass().add("section");
        label.setLabelFor(field);
        Region gap = new Region();
        gap.setMinHeight(6);
        getChildren().setAll(heading(), list, gap, label, entry(), hint);
    }

    private HBox heading() {
        Label servers = new Label(texts.text("connect.servers"));
        servers.getStyleClass().add("section");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ProgressIndicator looking = new ProgressIndicator();
        looking.getStyleClass().add("small-progress");
        looking.setAccessibleText(texts.text("connect.searching"));
        Label searching = new Label(texts.text("connect.searching"));
        searching.getStyleClass().add("fact");
        HBox line = new HBox(8, servers, space, looking, searching);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private ListView<ServerRow> list() {
        ListView<ServerRow> list = new ListView<>(model.rows());
        list.getStyleClass().add("servers");
        list.setAccessibleText(texts.text("connect.servers"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new ServerCell(texts, model::choose, model::askForget));
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(model.rows().size(), 2, MOST_ROWS) * ROW + 4, model.rows()));
        list.setMinHeight(Region.USE_PREF_SIZE);
        VBox none = new VBox(
                4,
                Parts.words(texts.text("connect.none.title"), "server-name"),
                Parts.words(texts.text("connect.none.hint"), "hint"));
        none.setAlignment(Pos.CENTER);
        none.getStyleClass().add("none");
        list.setPlaceholder(none);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(list, event));
        // A server that was waited for should be one press away.
        model.rows().addListener((ListChangeListener<ServerRow>) _ -> {
            if (list.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        return list;
    }

    private void pressed(ListView<ServerRow> list, KeyEvent event) {
        ServerRow row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            model.choose(row.place());
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && row.forgettable()) {
            row.kept().ifPresent(model::askForget);
            event.consume();
        }
    }

    private HBox entry() {
        field.setId("address");
        field.setPromptText(texts.text("connect.field.prompt"));
        field.setAccessibleText(texts.text("connect.field.label"));
        field.setLeft(Parts.icon(Feather.LINK, "field-icon"));
        Button paste = Parts.iconButton(Feather.CLIPBOARD, texts.text("connect.field.paste"), this::paste);
        Button go = Parts.button(texts.text("connect.go"), this::go);
        go.setId("go");
        go.setDefaultButton(true);
        go.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !Entry.of(field.getText()).leadsSomewhere(), field.textProperty()));
        Checks.of(field, this::wrong);
        field.textProperty().subscribe(text -> show(wrong(text)));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(8, field, paste, go);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Optional<String> wrong(String text) {
        return switch (Entry.of(text)) {
            case Entry.BrokenInvite _ -> Optional.of(texts.text("connect.field.broken"));
            case Entry.Nonsense _ -> Optional.of(texts.text("connect.field.nonsense"));
            case Entry.Nothing _, Entry.Invited _, Entry.Address _ -> Optional.empty();
        };
    }

    private void show(Optional<String> wrong) {
        hint.setText(wrong.orElseGet(() -> texts.text("connect.field.hint")));
        hint.getStyleClass().setAll("label", wrong.isPresent() ? "trouble" : "hint");
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            offer(text);
        }
        field.requestFocus();
    }

    private void go() {
        model.enter(field.getText());
    }

    /** Takes text that was pasted or dropped; what is a whole invite needs no further word. */
    void offer(String text) {
        Entry entry = Entry.of(text);
        if (entry instanceof Entry.Invited invited) {
            model.choose(invited.invite());
        } else {
            field.setText(text.strip());
            field.end();
        }
    }

    /** Puts the keyboard where it is needed most. */
    void focus() {
        if (model.rows().isEmpty()) {
            field.requestFocus();
        } else {
            getChildren().get(1).requestFocus();
        }
    }
}
