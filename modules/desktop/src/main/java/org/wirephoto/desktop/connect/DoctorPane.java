package org.wirephoto.desktop.connect;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirephoto.client.Diagnosis;
import org.wirephoto.client.DoctorCheck;
import org.wirephoto.client.DoctorFinding;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;

/** Shows what the doctor looks at, what it found, and what to do about it. */
final class DoctorPane extends VBox {
    private final DoctorModel model;
    private final Texts texts;
    private final Wording wording;
    private final VBox steps = new VBox(8);
    private final VBox verdict = new VBox(4);
    private final Button close;

    /**
     * The pane of a doctor.
     *
     * @param again has it look once more
     * @param close takes the pane away
     */
    DoctorPane(DoctorModel model, Texts texts, Runnable again, Runnable close) {
        super(14);
        this.model = model;
        this.texts = texts;
        this.wording = new Wording(texts, ZoneOffset.UTC); // no times of day here
        this.close = Parts.button(texts.text("doctor.close"), close);
        this.close.setCancelButton(true);
        getStyleClass().addAll("step", "doctor");
        Button once = Parts.button(texts.text("doctor.again"), again);
        once.disableProperty().bind(model.running());
        HBox head = new HBox(
                12, Parts.icon(Feather.ACTIVITY, "step-icon", "accent-icon"), Parts.title(texts.text("doctor.title")));
        head.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(8, this.close, once);
        buttons.getStyleClass().add("step-buttons");
        getChildren().setAll(head, verdict, steps, buttons);
        model.findings().subscribe(this::show);
        model.now().subscribe(this::show);
        model.diagnosis().subscribe(this::showVerdict);
        model.trouble()
                .subscribe(trouble -> trouble.ifPresent(
                        why -> verdict.getChildren().setAll(Parts.words(texts.sentence(why), "trouble"))));
    }

    /** Puts the keyboard on the way out. */
    void focus() {
        close.requestFocus();
    }

    private void show() {
        steps.getChildren().clear();
        for (DoctorFinding finding : model.findings()) {
            steps.getChildren().add(line(sign(finding.outcome()), finding.check(), sentence(finding)));
        }
        model.now().get().ifPresent(check -> {
            ProgressIndicator busy = new ProgressIndicator();
            busy.getStyleClass().add("small-progress");
            busy.setAccessibleText(texts.text("doctor.running"));
            steps.getChildren().add(line(busy, check, texts.text("doctor.running")));
        });
    }

    private String sentence(DoctorFinding finding) {
        Object[] values = finding.values().stream()
                .map(value -> value instanceof Duration time ? wording.took(time) : value)
                .toArray();
        return texts.text("doctor.seen." + key(finding.seen()), values);
    }

    private HBox line(Node sign, DoctorCheck check, String sentence) {
        StackPane place = new StackPane(sign);
        place.setMinWidth(20);
        Label title = new Label(texts.text("doctor.check." + key(check)));
        title.getStyleClass().add("check-title");
        VBox words = new VBox(1, title, Parts.words(Wording.safe(sentence), "fact"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(10, place, words);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private Node sign(DoctorFinding.Outcome outcome) {
        Label label = new Label(
                "",
                switch (outcome) {
                    case OK -> Parts.icon(Feather.CHECK_CIRCLE, "good-icon");
                    case FAILED -> Parts.icon(Feather.X_CIRCLE, "trouble-icon");
                    case SKIPPED -> Parts.icon(Feather.MINUS_CIRCLE, "quiet-icon");
                });
        label.setAccessibleText(texts.text("doctor.outcome." + key(outcome)));
        return label;
    }

    private void showVerdict(Optional<Diagnosis> diagnosis) {
        verdict.getChildren().clear();
        diagnosis.ifPresent(found -> verdict.getChildren()
                .add(found.verdict()
                        .map(cause -> Parts.words(texts.text("doctor.cause." + key(cause.cause())), "warning"))
                        .orElseGet(() -> Parts.words(texts.text("doctor.done.ok"), "all-good"))));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
