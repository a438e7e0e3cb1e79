package org.wirephoto.desktop.shell;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;

/** Says which server this is and how the connection stands; pressing it goes back to choosing one. */
public final class ServerBadge extends Button {
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    private static final double WIDEST = 190;

    private final Label state = new Label();
    private final Texts texts;

    /**
     * A badge of a session.
     *
     * @param offline why the connection is lost; empty while it stands
     */
    public ServerBadge(Session session, ObservableValue<Optional<String>> offline, Texts texts, Runnable leave) {
        this.texts = texts;
        getStyleClass().add("server-badge");
        Label name = new Label(name(session));
        name.getStyleClass().add("server-name");
        name.setMaxWidth(WIDEST);
        state.getStyleClass().add("server-state");
        state.setMaxWidth(WIDEST);
        Circle dot = new Circle(5);
        dot.getStyleClass().add("server-dot");
        HBox graphic = new HBox(9, dot, new VBox(name, state));
        graphic.setAlignment(Pos.CENTER_LEFT);
        setGraphic(graphic);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> leave.run());
        setAccessibleText(name.getText());
        offline.subscribe(now -> show(session, now));
    }

    /** What a server is called, or where it is. */
    public static String name(Session session) {
        String said = Wording.safe(session.info().name());
        return said.isBlank() ? session.address().toString() : said;
    }

    private void show(Session session, Optional<String> why) {
        pseudoClassStateChanged(OFFLINE, why.isPresent());
        state.setText(
                why.isPresent() ? texts.text("server.lost") : session.address().toString());
        // The tip has room for what the badge may have cut.
        setTooltip(new Tooltip(
                why.orElseGet(() -> name(session) + ", " + session.address() + "\n" + texts.text("server.tip"))));
    }
}
