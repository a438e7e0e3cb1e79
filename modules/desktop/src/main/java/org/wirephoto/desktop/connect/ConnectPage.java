package org.wirephoto.desktop.connect;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.protocol.Limits;

/** Where a server is chosen. */
public final class ConnectPage extends StackPane {
    private final CustomTextField address = (CustomTextField) TextFields.createClearableTextField();

    /** A page for a model. */
    public ConnectPage(ConnectModel model, Texts texts) {
        getStyleClass().add("connect");
        Label title = new Label(texts.text("connect.title"));
        title.getStyleClass().add("placeholder-title");
        Label hint = new Label(texts.text("connect.hint", Integer.toString(Limits.PORT)));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        FontIcon icon = new FontIcon(Feather.SERVER);
        icon.getStyleClass().add("field-icon");
        address.setLeft(icon);
        address.setPromptText(texts.text("connect.prompt"));
        address.setAccessibleText(texts.text("connect.address"));
        address.textProperty().bindBidirectional(model.addressProperty());
        address.setOnAction(_ -> model.connect());
        HBox.setHgrow(address, Priority.ALWAYS);
        Button connect = new Button(texts.text("connect.go"));
        connect.setDefaultButton(true);
        connect.setMinWidth(USE_PREF_SIZE);
        connect.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.busyProperty().get() || !model.canConnect(),
                        model.busyProperty(),
                        model.addressProperty()));
        connect.setOnAction(_ -> model.connect());
        CheckBox plain = new CheckBox(texts.text("connect.plain"));
        plain.selectedProperty().bindBidirectional(model.plainProperty());
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(28, 28);
        busy.visibleProperty().bind(model.busyProperty());
        Label trouble = new Label();
        trouble.getStyleClass().add("trouble");
        trouble.setWrapText(true);
        model.troubleProperty()
                .subscribe(now -> trouble.setText(now.map(texts::sentence).orElse("")));
        HBox line = new HBox(8, address, connect);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(14, title, hint, line, plain, trouble, busy);
        card.getStyleClass().add("card");
        card.setMaxSize(460, USE_PREF_SIZE);
        getChildren().setAll(card);
    }

    /** Puts the keyboard into the address field. */
    public void focusAddress() {
        address.requestFocus();
    }
}
