package org.wirephoto.desktop.window;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Pieces that several panes are put together from. On the UI thread. */
public final class Parts {
    private Parts() {}

    /** A button with a text. */
    public static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        // Names of images have underscores, which are no keyboard hints.
        button.setMnemonicParsing(false);
        return button;
    }

    /** A button with an icon, whose text is a tip and what is read aloud. */
    public static Button icon(Ikon icon, String text, Runnable action) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setOnAction(_ -> action.run());
        name(button, text);
        return button;
    }

    /** Gives a button with an icon another meaning. */
    public static void name(Button button, String text) {
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
    }

    /** Shows or hides something, which then takes no room either. */
    public static void show(Region region, boolean shown) {
        region.setVisible(shown);
        region.setManaged(shown);
    }

    /** A heading. */
    public static Label title(String text) {
        Label label = wrapped(new Label(text));
        label.getStyleClass().add("sheet-title");
        return label;
    }

    /** A text that explains. */
    public static Label hint(String text) {
        Label label = wrapped(new Label(text));
        label.getStyleClass().add("hint");
        return label;
    }

    /** Lets a text have as many lines as it needs, and never fewer. */
    public static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Takes what room is left above what comes next. */
    public static Region filler() {
        Region region = new Region();
        VBox.setVgrow(region, Priority.ALWAYS);
        return region;
    }

    /** Takes what room is left between two others. */
    public static Region space() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }
}
