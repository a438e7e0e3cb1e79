package org.wirephoto.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.desktop.Accessibility;
import org.wirephoto.desktop.Fx;
import org.wirephoto.desktop.session.TestWork;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.text.Texts;

class ShortcutsTest {
    private Stage stage;
    private Button button;
    private TextField field;

    @BeforeEach
    void show(@TempDir Path folder) throws Exception {
        Fx.run(() -> {
            Settings settings = Settings.load(folder.resolve("settings"));
            stage = new Stage();
            MainWindow window = new MainWindow(stage, new Theme(settings), settings, new TestWork());
            button = new Button("Button");
            field = new TextField();
            field.setAccessibleText("Field");
            window.page(new VBox(button, field), "");
            new Shortcuts(window, Texts.of(Locale.ENGLISH)).listen();
            window.show();
            button.requestFocus();
        });
    }

    @AfterEach
    void hide() throws Exception {
        Fx.run(() -> stage.hide());
    }

    private Scene scene() {
        return stage.getScene();
    }

    private boolean isShown() throws Exception {
        return Fx.get(() -> scene().getRoot().lookup(".sheet") != null);
    }

    private void press(KeyCode code) throws Exception {
        Fx.run(() -> Event.fireEvent(
                scene().getFocusOwner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private void type(String character) throws Exception {
        Fx.run(() -> Event.fireEvent(
                scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    @Test
    void areShownByF1AndEscapeGivesTheKeyboardBack() throws Exception {
        press(KeyCode.F1);
        assertThat(isShown()).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(isShown()).isFalse();
        assertThat(Fx.get(() -> scene().getFocusOwner())).isSameAs(button);
    }

    @Test
    void areShownByAQuestionMarkUnlessItIsTypedIntoAField() throws Exception {
        type("?");
        assertThat(isShown()).isTrue();
        press(KeyCode.F1);
        assertThat(isShown()).isFalse();
        Fx.run(() -> field.requestFocus());
        type("?");
        assertThat(isShown()).isFalse();
        assertThat(Fx.get(() -> field.getText())).isEqualTo("?");
    }

    @Test
    void canBeReadAndHeard() throws Exception {
        press(KeyCode.F1);
        Fx.laidOut(scene());
        assertThat(Fx.get(() -> Accessibility.faults(scene().getRoot()))).isEmpty();
        assertThat(Fx.get(() -> Contrast.faults(scene().getRoot(), Color.WHITE)))
                .isEmpty();
    }
}
