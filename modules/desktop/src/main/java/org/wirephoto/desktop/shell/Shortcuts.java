package org.wirephoto.desktop.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wirephoto.desktop.text.Texts;

/** The sheet that shows which keys do what: F1, or a question mark where nothing is being typed. On the UI thread. */
public final class Shortcuts {
    private static final double COLUMN = 460;
    private static final double GAP = 36;
    private static final double WIDTH = 2 * COLUMN + GAP;
    private static final double EDGES = 80;
    private static final double KEYS = 170;
    private static final double STEP = 0.1;

    private record Section(String key, List<String> shortcuts) {}

    private static final List<List<Section>> COLUMNS = List.of(
            List.of(
                    new Section(
                            "shortcuts.everywhere",
                            List.of(
                                    "shortcuts.everywhere.help",
                                    "shortcuts.everywhere.next",
                                    "shortcuts.everywhere.press",
                                    "shortcuts.everywhere.menu",
                                    "shortcuts.everywhere.quit")),
                    new Section(
                            "shortcuts.connect",
                            List.of("shortcuts.connect.open", "shortcuts.connect.forget", "shortcuts.connect.cancel")),
                    new Section(
                            "shortcuts.viewer",
                            List.of(
                                    "shortcuts.viewer.turn",
                                    "shortcuts.viewer.zoom",
                                    "shortcuts.viewer.fit",
                                    "shortcuts.viewer.full",
                                    "shortcuts.viewer.leave"))),
            List.of(
                    new Section(
                            "shortcuts.gallery",
                            List.of(
                                    "shortcuts.gallery.move",
                                    "shortcuts.gallery.select",
                                    "shortcuts.gallery.all",
                                    "shortcuts.gallery.view",
                                    "shortcuts.gallery.search",
                                    "shortcuts.gallery.sizes",
                                    "shortcuts.gallery.details",
                                    "shortcuts.gallery.reload")),
                    new Section(
                            "shortcuts.images",
                            List.of(
                                    "shortcuts.images.send",
                                    "shortcuts.images.paste",
                                    "shortcuts.images.save",
                                    "shortcuts.images.saveto",
                                    "shortcuts.images.open",
                                    "shortcuts.images.copy",
                                    "shortcuts.images.get",
                                    "shortcuts.images.rename",
                                    "shortcuts.images.delete",
                                    "shortcuts.images.undo"))));

    private final MainWindow window;
    private final Texts texts;
    private final StackPane sheet = new StackPane();
    private final ScrollPane scroll;
    private @Nullable Node before;

    /** The sheet of a window, which is not shown yet. */
    public Shortcuts(MainWindow window, Texts texts) {
        this.window = window;
        this.texts = texts;
        Button close = new Button(texts.text("shortcuts.close"));
        close.setDefaultButton(true);
        close.setOnAction(_ -> hide());
        Label title = new Label(texts.text("shortcuts.title"));
        title.getStyleClass().add("placeholder-title");
        scroll = new ScrollPane(tables());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox card = new VBox(14, title, scroll, close);
        card.getStyleClass().add("card");
        card.setMaxSize(WIDTH + EDGES, StackPane.USE_PREF_SIZE);
        sheet.getChildren().setAll(card);
        sheet.getStyleClass().add("sheet");
        sheet.setAccessibleRole(AccessibleRole.DIALOG);
        sheet.setAccessibleText(texts.text("shortcuts.title"));
        sheet.addEventFilter(KeyEvent.KEY_PRESSED, this::scroll);
        sheet.setOnMouseClicked(event -> {
            if (sheet.equals(event.getTarget())) {
                hide();
            }
        });
    }

    /** Shows the sheet whenever its keys are pressed. */
    public void listen() {
        window.stage().getScene().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1) {
                toggle();
                event.consume();
            } else if (isShown() && event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        window.stage().getScene().addEventHandler(KeyEvent.KEY_TYPED, event -> {
            boolean typing = window.stage().getScene().getFocusOwner() instanceof TextInputControl;
            if (event.getCharacter().equals("?") && !typing) {
                toggle();
                event.consume();
            }
        });
    }

    private boolean isShown() {
        return sheet.getParent() != null;
    }

    /** Shows the sheet, or takes it away. */
    public void toggle() {
        if (isShown()) {
            hide();
        } else {
            before = window.stage().getScene().getFocusOwner();
            window.cover(sheet);
            sheet.lookup(".button").requestFocus();
        }
    }

    private void hide() {
        window.uncover(sheet);
        if (before != null) {
            before.requestFocus();
        }
    }

    /** There is one button to have the keyboard, and arrows are free to scroll. */
    private void scroll(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> scroll.setVvalue(scroll.getVvalue() - STEP);
            case DOWN -> scroll.setVvalue(scroll.getVvalue() + STEP);
            case PAGE_UP, HOME -> scroll.setVvalue(scroll.getVmin());
            case PAGE_DOWN, END -> scroll.setVvalue(scroll.getVmax());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Side by side where there is room. */
    private FlowPane tables() {
        FlowPane tables = new FlowPane(GAP, 0);
        tables.setPrefWrapLength(WIDTH);
        for (List<Section> sections : COLUMNS) {
            tables.getChildren().add(table(sections));
        }
        return tables;
    }

    private GridPane table(List<Section> sections) {
        GridPane table = new GridPane(18, 7);
        table.setPrefWidth(COLUMN);
        table.getColumnConstraints().setAll(new ColumnConstraints(KEYS), new ColumnConstraints());
        int row = 0;
        for (Section section : sections) {
            Label heading = new Label(texts.text(section.key()));
            heading.getStyleClass().addAll("section", "shortcut-section");
            table.add(heading, 0, row++, 2, 1);
            for (String key : section.shortcuts()) {
                Label pressed = new Label(texts.text(key + ".keys"));
                pressed.getStyleClass().add("keys");
                Label what = new Label(texts.text(key));
                what.setWrapText(true);
                GridPane.setHgrow(what, Priority.ALWAYS);
                table.addRow(row++, pressed, what);
            }
        }
        table.setAlignment(Pos.TOP_LEFT);
        return table;
    }
}
