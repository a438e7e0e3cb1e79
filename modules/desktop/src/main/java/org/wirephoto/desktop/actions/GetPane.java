package org.wirephoto.desktop.actions;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.wirephoto.desktop.fetch.Fetching;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.window.Parts;
import org.wirephoto.protocol.ImageName;

/** Fetches an image by its name: type it, press Get. */
final class GetPane extends VBox {
    private final Fetching fetching;
    private final Texts texts;
    private final TextField name = new TextField();
    private final Label message = new Label();
    private final Button suggestion = Parts.button("", this::takeSuggestion);
    private final Button get = Parts.button("", this::get);
    private Optional<ImageName> suggested = Optional.empty();

    GetPane(Fetching fetching, Texts texts, Runnable close) {
        super(12);
        this.fetching = fetching;
        this.texts = texts;
        name.setPromptText(texts.text("get.prompt"));
        name.setAccessibleText(texts.text("get.name"));
        name.setPrefColumnCount(32);
        get.setText(texts.text("get.go"));
        get.setDefaultButton(true);
        get.disableProperty().bind(name.textProperty().map(String::isBlank));
        Button done = Parts.button(texts.text("get.close"), close);
        done.setCancelButton(true);
        Parts.wrapped(message);
        Parts.show(suggestion, false);
        getChildren()
                .setAll(
                        Parts.title(texts.text("get.title")),
                        Parts.hint(texts.text(
                                "get.hint",
                                Wording.safe(fetching.folderProperty().get().toString()))),
                        name,
                        message,
                        suggestion,
                        Parts.filler(),
                        new HBox(10, Parts.space(), done, get));
        // Room for what may be said of the name.
        setPrefSize(460, 300);
    }

    private void takeSuggestion() {
        suggested.ifPresent(better -> name.setText(better.text()));
        get();
    }

    private void get() {
        suggest(Optional.empty());
        String typed = name.getText();
        if (!typed.isBlank()) {
            fetching.get(
                    typed,
                    image -> tell(
                            "hint",
                            texts.text("get.coming", Wording.safe(image.name().text()))),
                    this::failed);
        }
    }

    private void failed(Trouble trouble) {
        tell("trouble", texts.sentence(trouble));
        suggest(trouble.suggestion());
    }

    private void tell(String style, String sentence) {
        message.getStyleClass().setAll("label", style);
        message.setText(sentence);
    }

    private void suggest(Optional<ImageName> better) {
        suggested = better;
        better.ifPresent(other -> suggestion.setText(texts.text("get.suggestion", Wording.safe(other.text()))));
        Parts.show(suggestion, better.isPresent());
    }
}
