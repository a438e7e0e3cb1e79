package org.wirephoto.desktop.connect;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.protocol.Fingerprint;

/** The small parts that the pages of this package are made of. */
final class Parts {
    private static final int HALF = 39;

    private Parts() {}

    static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("step-title");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label words(String text, String styleClass) {
        Label label = words(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    static FontIcon icon(Ikon ikon, String... styleClasses) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    static Button iconButton(Ikon ikon, String text, Runnable action) {
        Button button = new Button("", icon(ikon));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A fingerprint in two lines, as the server shows it; it can be selected and copied. */
    static VBox fingerprint(String title, Fingerprint fingerprint, String styleClass) {
        Label label = new Label(title);
        label.getStyleClass().add("fact");
        VBox box = new VBox(2, label);
        String digits = fingerprint.grouped();
        for (String half : new String[] {digits.substring(0, HALF), digits.substring(HALF + 1)}) {
            TextField line = new TextField(half);
            line.setEditable(false);
            line.getStyleClass().addAll("fingerprint", styleClass);
            line.setAccessibleText(title + ": " + half);
            box.getChildren().add(line);
        }
        return box;
    }
}
