package org.wirephoto.desktop.connect;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.wirephoto.desktop.text.Texts;

/** Tells that the connection is lost and what is done about it; takes no room while it stands. */
final class LinkBar extends HBox {
    private final Texts texts;
    private final Label words = Parts.words("");
    private final Button now;

    /**
     * The bar of a link.
     *
     * @param leave goes to another server
     */
    LinkBar(LinkModel model, Texts texts, Runnable leave) {
        super(10);
        this.texts = texts;
        getStyleClass().add("link-bar");
        setAlignment(Pos.CENTER_LEFT);
        now = Parts.button(texts.text("link.now"), model::check);
        HBox.setHgrow(words, Priority.ALWAYS);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .setAll(Parts.icon(Feather.WIFI_OFF), words, space, now, Parts.button(texts.text("link.other"), leave));
        model.state().subscribe(this::show);
    }

    private void show(LinkState state) {
        boolean up = state instanceof LinkState.Up;
        setVisible(!up);
        setManaged(!up);
        now.setDisable(!(state instanceof LinkState.Lost));
        words.setText(
                switch (state) {
                    case LinkState.Up _ -> "";
                    case LinkState.Trying _ -> texts.text("link.trying");
                    case LinkState.Lost lost -> texts.text("link.lost", lost.secondsLeft());
                    case LinkState.Changed _ -> texts.text("link.changed");
                    case LinkState.Refused refused -> texts.text("link.refused", texts.sentence(refused.trouble()));
                });
    }
}
