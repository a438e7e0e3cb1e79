package org.wirephoto.desktop.manage;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.wirephoto.desktop.send.Problem;
import org.wirephoto.desktop.send.SendWords;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.window.Checks;
import org.wirephoto.desktop.window.Parts;
import org.wirephoto.protocol.ImageName;

/** Asks for an image's new name. */
public final class RenamePane extends VBox {
    private final RenameModel model;
    private final Texts texts;
    private final SendWords words;
    private final CustomTextField name = new NameField();
    private final Label message = new Label();
    private final Button fix;
    private final Button go;
    private final Runnable check;

    /**
     * The pane of a new name.
     *
     * @param done hears of the new name
     * @param close closes the window that it is in
     */
    public RenamePane(RenameModel model, Texts texts, SendWords words, Consumer<ImageName> done, Runnable close) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.words = words;
        name.setText(model.nameProperty().get());
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setAccessibleText(texts.text("rename.name"));
        name.setPrefColumnCount(36);
        fix = Parts.button("", model::fix);
        go = Parts.button(texts.text("rename.go"), () -> rename(done, close));
        go.setDefaultButton(true);
        go.disableProperty().bind(model.readyProperty().not());
        Button cancel = Parts.button(texts.text("rename.cancel"), close);
        cancel.setCancelButton(true);
        message.getStyleClass().add("trouble");
        Parts.wrapped(message);
        getChildren()
                .setAll(
                        Parts.title(texts.text(
                                "rename.title",
                                Wording.safe(model.image().name().text()))),
                        name,
                        message,
                        fix,
                        Parts.filler(),
                        new HBox(10, Parts.space(), cancel, go));
        check = Checks.of(name, _ -> model.problemProperty().get().map(words::problem));
        model.problemProperty().subscribe(this::show);
        // Room for what may be said of the name, so that nothing moves while it is typed.
        setPrefSize(500, 260);
    }

    /** Getting the keyboard selects all of a field; the first time, the ending had better stay. */
    private final class NameField extends CustomTextField {
        private boolean touched;

        NameField() {
            addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> touched = true);
        }

        @Override
        public void selectAll() {
            if (touched) {
                super.selectAll();
            } else {
                touched = true;
                selectRange(0, model.image().name().stem().length());
            }
        }
    }

    private void show(Optional<Problem> problem) {
        message.setText(problem.map(words::problem).orElse(""));
        Optional<ImageName> mended = problem.flatMap(Problem::fix);
        mended.ifPresent(better -> fix.setText(texts.text("send.fix", Wording.safe(better.text()))));
        Parts.show(fix, mended.isPresent());
        check.run();
    }

    private void rename(Consumer<ImageName> done, Runnable close) {
        model.rename(
                now -> {
                    close.run();
                    done.accept(now);
                },
                trouble -> {
                    if (model.problemProperty().get().isEmpty()) {
                        message.setText(texts.sentence(trouble));
                    }
                });
    }
}
