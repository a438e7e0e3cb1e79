package org.wirephoto.desktop.connect;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirephoto.client.KnownServer;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;

/** A server in the list: a sign of what it is, its name and address, whether it encrypts and asks for a key. */
final class ServerCell extends ListCell<ServerRow> {
    private final Texts texts;
    private final Consumer<KnownServer> forget;

    ServerCell(Texts texts, Consumer<Place> choose, Consumer<KnownServer> forget) {
        this.texts = texts;
        this.forget = forget;
        getStyleClass().add("server-row");
        setOnMouseClicked(event -> {
            ServerRow row = getItem();
            if (row != null && event.getButton() == MouseButton.PRIMARY) {
                choose.accept(row.place());
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable ServerRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            setGraphic(content(row));
            setAccessibleText(texts.text("connect.row.accessible", name(row), where(row), security(row)));
        }
    }

    private static String name(ServerRow row) {
        return Wording.safe(row.place().name());
    }

    private Node content(ServerRow row) {
        StackPane sign = new StackPane(Parts.icon(
                switch (row.origin()) {
                    case KNOWN -> Feather.SERVER;
                    case OWN -> Feather.MONITOR;
                    case FOUND -> Feather.WIFI;
                }));
        sign.getStyleClass().add("server-sign");
        if (row.online()) {
            sign.getStyleClass().add("online");
        }
        Label name = new Label(name(row));
        name.getStyleClass().add("server-name");
        Label where = new Label(where(row));
        where.getStyleClass().add("fact");
        VBox words = new VBox(1, name, where);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, sign, words);
        if (row.keyNeeded()) {
            line.getChildren().add(marked(Feather.KEY, "quiet-icon", texts.text("connect.row.key")));
        }
        line.getChildren()
                .add(
                        row.encrypted()
                                ? marked(Feather.LOCK, "good-icon", texts.text("connect.row.encrypted"))
                                : marked(Feather.UNLOCK, "warn-icon", texts.text("connect.row.plain")));
        // Locks stand below each other, whether or not there is something to forget.
        line.getChildren()
                .add(row.kept()
                        .filter(_ -> row.forgettable())
                        .<Node>map(this::forgetting)
                        .orElseGet(ServerCell::nothing));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Region nothing() {
        Region region = new Region();
        region.getStyleClass().add("no-button");
        return region;
    }

    private Button forgetting(KnownServer kept) {
        Button button = Parts.iconButton(
                Feather.X, texts.text("connect.forget.of", Wording.safe(kept.name())), () -> forget.accept(kept));
        button.getStyleClass().add("flat");
        return button;
    }

    private static Node marked(Feather ikon, String styleClass, String tip) {
        Label label = new Label("", Parts.icon(ikon, styleClass));
        label.setTooltip(new Tooltip(tip));
        label.setAccessibleText(tip);
        return label;
    }

    private String security(ServerRow row) {
        String wire = texts.text(row.encrypted() ? "connect.row.encrypted" : "connect.row.plain");
        return row.keyNeeded() ? wire + ". " + texts.text("connect.row.key") : wire;
    }

    private String where(ServerRow row) {
        String origin = texts.text(
                switch (row.origin()) {
                    case KNOWN -> row.online() ? "connect.row.online" : "connect.row.known";
                    case OWN -> "connect.row.own";
                    case FOUND -> "connect.row.found";
                });
        return row.place().address() + " \u00b7 " + origin;
    }
}
