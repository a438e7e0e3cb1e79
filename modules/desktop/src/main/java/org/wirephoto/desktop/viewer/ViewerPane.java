package org.wirephoto.desktop.viewer;

import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;

/** An image over the whole window, with zoom, pan, arrows and full screen. */
public final class ViewerPane extends BorderPane {
    private final ViewerModel<Image> model;
    private final Texts texts;
    private final Wording wording;
    private final Runnable fullScreen;
    private final ZoomPane canvas = new ZoomPane();
    private final StackPane middle = new StackPane();
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Label scale = new Label();
    private final HBox actions = new HBox(4);
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Label message = new Label();
    private final Button back;
    private final Button on;

    /**
     * A viewer.
     *
     * @param fullScreen makes the window fill the screen, or no longer
     */
    public ViewerPane(ViewerModel<Image> model, Texts texts, Wording wording, Runnable fullScreen) {
        this.model = model;
        this.texts = texts;
        this.wording = wording;
        this.fullScreen = fullScreen;
        getStyleClass().add("viewer");
        back = button(Feather.CHEVRON_LEFT, "viewer.previous");
        on = button(Feather.CHEVRON_RIGHT, "viewer.next");
        setTop(bar());
        busy.setMaxSize(48, 48);
        message.getStyleClass().add("viewer-message");
        message.setWrapText(true);
        back.setOnAction(_ -> model.move(-1));
        on.setOnAction(_ -> model.move(1));
        back.getStyleClass().add("viewer-arrow");
        on.getStyleClass().add("viewer-arrow");
        StackPane.setAlignment(back, Pos.CENTER_LEFT);
        StackPane.setAlignment(on, Pos.CENTER_RIGHT);
        middle.getChildren().setAll(canvas, message, busy, back, on);
        setCenter(middle);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        canvas.zoomText().subscribe(scale::setText);
        canvas.setCursor(Cursor.DEFAULT);
        model.imageProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::show);
    }

    private Button button(Feather icon, String key) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(texts.text(key));
        button.setTooltip(new Tooltip(texts.text(key + ".tip")));
        return button;
    }

    private Node bar() {
        Button close = button(Feather.ARROW_LEFT, "viewer.close");
        close.setOnAction(_ -> model.close());
        Button smaller = button(Feather.ZOOM_OUT, "viewer.smaller");
        smaller.setOnAction(_ -> canvas.step(-1));
        Button larger = button(Feather.ZOOM_IN, "viewer.larger");
        larger.setOnAction(_ -> canvas.step(1));
        Button fit = button(Feather.MINIMIZE_2, "viewer.fit");
        fit.setOnAction(_ -> canvas.fitOrOwnSize());
        Button full = button(Feather.MAXIMIZE, "viewer.full");
        full.setOnAction(_ -> fullScreen.run());
        name.getStyleClass().add("viewer-name");
        name.setMinWidth(0);
        facts.getStyleClass().add("viewer-facts");
        scale.getStyleClass().add("viewer-scale");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        actions.setAlignment(Pos.CENTER);
        HBox bar = new HBox(8, close, name, facts, space, actions, smaller, scale, larger, fit, full);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("viewer-bar");
        return bar;
    }

    /** Buttons in the bar, for what can be done with the image. */
    public ObservableList<Node> actions() {
        return actions.getChildren();
    }

    private void show(Optional<RemoteImage> image) {
        if (image.isPresent()) {
            var attributes = image.get().attributes();
            name.setText(Wording.safe(image.get().name().text()));
            facts.setText(texts.text("viewer.position", model.index() + 1, model.size()) + " \u00b7 "
                    + wording.pixels(attributes.width(), attributes.height()) + " \u00b7 "
                    + wording.size(attributes.filesize()));
            canvas.size(attributes.width(), attributes.height());
            canvas.setAccessibleText(name.getText());
            back.setDisable(model.index() == 0);
            on.setDisable(model.index() == model.size() - 1);
        }
    }

    private void show(ViewerState<Image> state) {
        busy.setVisible(false);
        message.setText("");
        switch (state) {
            case ViewerState.Loading<Image> _ -> {
                canvas.clear();
                busy.setVisible(true);
            }
            case ViewerState.Shown<Image> shown -> canvas.picture(shown.pixels());
            case ViewerState.NoPicture<Image> _ -> {
                canvas.clear();
                String type = model.imageProperty()
                        .get()
                        .map(image -> Wording.type(image.attributes().type()))
                        .orElse("");
                message.setText(texts.text("viewer.no-preview", type));
            }
            case ViewerState.Failed<Image> failed -> message.setText(texts.sentence(failed.trouble()));
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case LEFT, PAGE_UP -> model.move(-1);
            case RIGHT, PAGE_DOWN -> model.move(1);
            case HOME -> model.move(-model.size());
            case END -> model.move(model.size());
            case PLUS, ADD, EQUALS -> canvas.step(1);
            case MINUS, SUBTRACT -> canvas.step(-1);
            case DIGIT0, NUMPAD0 -> canvas.fit();
            case DIGIT1, NUMPAD1 -> canvas.ownSize();
            case F, F11 -> fullScreen.run();
            case ESCAPE, BACK_SPACE -> model.close();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }
}
