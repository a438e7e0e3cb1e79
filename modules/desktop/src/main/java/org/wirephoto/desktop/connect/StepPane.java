package org.wirephoto.desktop.connect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.window.Checks;

/** What stands between the choice of a server and its gallery: a wait, a question, or what went wrong. */
final class StepPane extends VBox {
    private final ConnectModel model;
    private final Texts texts;
    private final Consumer<Optional<Place>> examine;
    private @Nullable Label countdown;
    private @Nullable Node first;

    /**
     * A pane that shows nothing yet.
     *
     * @param examine has the connection to a server checked
     */
    StepPane(ConnectModel model, Texts texts, Consumer<Optional<Place>> examine) {
        super(14);
        this.model = model;
        this.texts = texts;
        this.examine = examine;
        getStyleClass().add("step");
    }

    /** Shows a step; a countdown goes on in the same pane, so that nothing jumps and the keyboard stays where it is. */
    void show(Optional<Step> before, Step now) {
        if (countdown != null
                && before.isPresent()
                && before.get() instanceof Step.Failed was
                && now instanceof Step.Failed is
                && was.place().equals(is.place())
                && was.trouble().equals(is.trouble())) {
            countdown.setText(retry(is.secondsLeft()));
            return;
        }
        countdown = null;
        first = null;
        getChildren().setAll(nodes(now));
    }

    /** Puts the keyboard on what is most likely wanted. */
    void focus() {
        if (first != null) {
            first.requestFocus();
        }
    }

    private List<Node> nodes(Step step) {
        return switch (step) {
            case Step.Choosing _, Step.Arrived _ -> List.of();
            case Step.Connecting connecting -> connecting(connecting.place());
            case Step.Asking asking -> asking(asking);
            case Step.AskingPlain asking -> askingPlain(asking.place());
            case Step.AskingKey asking -> askingKey(asking);
            case Step.Changed changed -> changed(changed);
            case Step.Unencrypted unencrypted -> unencrypted(unencrypted.server());
            case Step.AskingForget asking -> askingForget(asking.server());
            case Step.Failed failed -> failed(failed);
            case Step.Unusable unusable ->
                List.of(
                        head(Feather.ALERT_CIRCLE, "trouble-icon", texts.text("connect.unusable.title")),
                        Parts.words(texts.sentence(unusable.trouble())),
                        buttons(first(back())));
        };
    }

    private List<Node> connecting(Place place) {
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("step-progress");
        busy.setAccessibleText(texts.text("connect.connecting", name(place)));
        HBox line = new HBox(14, busy, Parts.title(texts.text("connect.connecting", where(place))));
        line.setAlignment(Pos.CENTER_LEFT);
        return List.of(line, buttons(first(Parts.button(texts.text("connect.cancel"), model::cancel))));
    }

    private List<Node> asking(Step.Asking asking) {
        Label text = asking.contradicted()
                ? Parts.words(texts.text("connect.ask.contradicted"), "warning")
                : Parts.words(texts.text("connect.ask.text", where(asking.place())));
        Button yes = Parts.button(texts.text("connect.ask.yes"), model::trust);
        yes.setId("trust");
        Button back = back();
        // Where something is wrong, the way back is the one that Enter takes.
        first(asking.contradicted() ? back : yes);
        return List.of(
                head(Feather.SHIELD, "accent-icon", texts.text("connect.ask.title")),
                text,
                Parts.fingerprint(texts.text("connect.ask.fingerprint"), asking.fingerprint(), "plain"),
                buttons(yes, back));
    }

    private List<Node> askingPlain(Place.New place) {
        Button yes = Parts.button(texts.text("connect.plain.yes"), model::trust);
        yes.setId("trust");
        return List.of(
                head(Feather.UNLOCK, "warn-icon", texts.text("connect.plain.title")),
                Parts.words(texts.text("connect.plain.text", where(place))),
                buttons(first(back()), yes));
    }

    private List<Node> askingKey(Step.AskingKey asking) {
        Label wrong = Parts.words(asking.refused() ? texts.text("connect.key.refused") : "", "trouble");
        wrong.setVisible(asking.refused());
        wrong.setManaged(asking.refused());
        CustomTextField field = new CustomTextField();
        field.setId("key");
        field.setLeft(Parts.icon(Feather.KEY, "field-icon"));
        field.setPromptText(texts.text("connect.key.prompt"));
        field.setAccessibleText(texts.text("connect.key.label"));
        first = field;
        Label label = new Label(texts.text("connect.key.label"));
        label.getStyleClass().add("section");
        label.setLabelFor(field);
        // A key that is not whole yet is no mistake until it is given.
        StringProperty refused = new SimpleStringProperty("");
        Runnable check = Checks.of(
                field,
                text -> Optional.of(texts.text("connect.key.malformed"))
                        .filter(_ -> !text.isEmpty() && text.equals(refused.get())));
        Runnable give = () -> {
            if (!model.key(field.getText())) {
                refused.set(field.getText());
                check.run();
                wrong.setText(texts.text("connect.key.malformed"));
                wrong.setVisible(true);
                wrong.setManaged(true);
            }
        };
        field.setOnAction(_ -> give.run());
        Button go = Parts.button(texts.text("connect.go"), give);
        go.setId("give-key");
        go.setDefaultButton(true);
        go.disableProperty().bind(field.textProperty().map(String::isBlank));
        HBox.setHgrow(field, Priority.ALWAYS);
        return List.of(
                head(Feather.KEY, "accent-icon", texts.text("connect.key.title", safe(asking.server()))),
                Parts.words(texts.text("connect.key.text")),
                new VBox(6, label, field),
                wrong,
                buttons(go, back()));
    }

    private List<Node> changed(Step.Changed changed) {
        KnownServer server = changed.server();
        VBox prints = new VBox(10);
        if (server.trust() instanceof Trust.Pinned pinned) {
            prints.getChildren()
                    .add(Parts.fingerprint(texts.text("connect.changed.expected"), pinned.fingerprint(), "good"));
        }
        prints.getChildren().add(Parts.fingerprint(texts.text("connect.changed.actual"), changed.actual(), "bad"));
        return List.of(
                head(Feather.ALERT_TRIANGLE, "trouble-icon", texts.text("connect.changed.title")),
                Parts.words(texts.text("connect.changed.text", safe(server))),
                prints,
                waysOut(server));
    }

    private List<Node> unencrypted(KnownServer server) {
        return List.of(
                head(Feather.ALERT_TRIANGLE, "trouble-icon", texts.text("connect.changed.title")),
                Parts.words(texts.text("connect.unencrypted.text", safe(server))),
                waysOut(server));
    }

    /** None of them leads to what answers in the place of the server that is trusted. */
    private HBox waysOut(KnownServer server) {
        return buttons(
                first(back()),
                Parts.button(texts.text("connect.forget"), () -> model.askForget(server)),
                check(Optional.of(new Place.Known(server))));
    }

    private List<Node> askingForget(KnownServer server) {
        Button yes = Parts.button(texts.text("connect.forget"), () -> model.forget(server));
        yes.setId("forget");
        return List.of(
                head(Feather.TRASH_2, "warn-icon", texts.text("connect.forget.title", safe(server))),
                Parts.words(texts.text("connect.forget.text")),
                buttons(first(back()), yes));
    }

    private List<Node> failed(Step.Failed failed) {
        Label seconds = Parts.words(retry(failed.secondsLeft()), "fact");
        seconds.setManaged(failed.secondsLeft() > 0);
        countdown = seconds;
        Button again = Parts.button(texts.text("connect.again"), model::again);
        again.setId("again");
        return List.of(
                head(Feather.CLOUD_OFF, "trouble-icon", texts.text("connect.failed.title", name(failed.place()))),
                Parts.words(texts.sentence(failed.trouble())),
                seconds,
                buttons(first(again), check(Optional.of(failed.place())), back()));
    }

    private String retry(int seconds) {
        return seconds > 0 ? texts.text("connect.failed.retry", seconds) : "";
    }

    private HBox head(Feather ikon, String styleClass, String title) {
        FontIcon icon = Parts.icon(ikon, "step-icon", styleClass);
        Label label = Parts.title(title);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(12, icon, label);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button first(Button button) {
        button.setDefaultButton(true);
        first = button;
        return button;
    }

    private Button back() {
        Button button = Parts.button(texts.text("connect.back"), model::cancel);
        button.setCancelButton(true);
        button.setId("back");
        return button;
    }

    private Button check(Optional<Place> place) {
        Button button = Parts.button(texts.text("connect.check"), () -> examine.accept(place));
        button.setGraphic(Parts.icon(Feather.ACTIVITY));
        button.setId("check");
        return button;
    }

    private static HBox buttons(Node... nodes) {
        HBox line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("step-buttons");
        return line;
    }

    private static String where(Place place) {
        String name = name(place);
        String address = place.address().toString();
        return name.equals(address) ? name : name + " (" + address + ")";
    }

    private static String name(Place place) {
        return Wording.safe(place.name());
    }

    private static String safe(KnownServer server) {
        return Wording.safe(server.name());
    }
}
