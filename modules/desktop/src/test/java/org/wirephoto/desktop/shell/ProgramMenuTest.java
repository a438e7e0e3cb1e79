package org.wirephoto.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
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
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.text.Texts;

class ProgramMenuTest {
    private final List<String> done = new ArrayList<>();
    private Settings settings;
    private Theme theme;
    private ProgramMenu menu;
    private Stage stage;

    @BeforeEach
    void show(@TempDir Path folder) throws Exception {
        settings = Settings.load(folder.resolve("settings"));
        Fx.run(() -> {
            theme = new Theme(settings);
            menu = new ProgramMenu(
                    theme,
                    Texts.of(Locale.GERMAN),
                    new ProgramMenu.Uses(() -> done.add("keys"), () -> done.add("log"), () -> done.add("end")));
            TextField other = new TextField();
            other.setAccessibleText("Other");
            Scene scene = new Scene(new VBox(other, menu), 400, 300);
            theme.dress(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void hide() throws Exception {
        Fx.run(() -> stage.hide());
    }

    private List<RadioMenuItem> choices() {
        return ((Menu) menu.getItems().getFirst())
                .getItems().stream().map(RadioMenuItem.class::cast).toList();
    }

    @Test
    void choosesLightOrDarkForGood() throws Exception {
        Fx.run(() -> {
            menu.show();
            choices().get(2).fire();
        });

        assertThat(Fx.get(() -> theme.choiceProperty().get())).isEqualTo(Theme.Choice.DARK);
        assertThat(settings.text("theme")).hasValue("dark");
        assertThat(Fx.get(() -> new Theme(settings).choiceProperty().get())).isEqualTo(Theme.Choice.DARK);
    }

    @Test
    void marksWhatIsChosenAlsoWhereItWasChosenElsewhere() throws Exception {
        Fx.run(() -> {
            theme.choiceProperty().set(Theme.Choice.LIGHT);
            menu.show();
        });

        assertThat(Fx.get(
                        () -> choices().stream().map(RadioMenuItem::isSelected).toList()))
                .containsExactly(false, true, false);
    }

    @Test
    void opensByItsKeyWhereverTheKeyboardIs() throws Exception {
        Fx.run(() -> stage.getScene()
                .getFocusOwner()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, false, false, false, false)));

        assertThat(Fx.get(menu::isShowing)).isTrue();
    }

    @Test
    void doesWhatItsItemsSayAndNamesKeysAsPeopleOfTheLanguageDo() throws Exception {
        List<MenuItem> items = Fx.get(() -> List.copyOf(menu.getItems()));
        Fx.run(() -> items.stream().filter(item -> item.getOnAction() != null).forEach(MenuItem::fire));

        assertThat(done).containsExactly("keys", "log", "end");
        assertThat(items.getLast().getAccelerator().getDisplayText()).isEqualTo("Strg+Q");
    }

    @Test
    void canBeReadAndHeard() throws Exception {
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            Fx.run(() -> {
                theme.choiceProperty().set(choice);
                menu.show();
            });
            Scene shown =
                    Fx.get(() -> menu.getItems().getFirst().getParentPopup().getScene());
            Fx.laidOut(shown);
            Color other = choice == Theme.Choice.DARK ? Color.WHITE : Color.BLACK;
            assertThat(Fx.get(() -> Contrast.faults(shown.getRoot(), other))).isEmpty();
            Fx.run(() -> menu.hide());
        }
        assertThat(Fx.get(() -> Accessibility.faults(stage.getScene().getRoot())))
                .isEmpty();
    }
}
