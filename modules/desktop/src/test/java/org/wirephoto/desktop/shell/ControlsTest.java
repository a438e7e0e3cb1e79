package org.wirephoto.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.ToggleSwitch;
import org.controlsfx.control.action.Action;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.desktop.Fx;
import org.wirephoto.desktop.settings.Settings;

/** Looks at the controls of JavaFX and ControlsFX in both themes. */
class ControlsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void canBeReadInBothThemes(Theme.Choice choice) throws Exception {
        Stage[] stage = new Stage[1];
        Fx.run(() -> {
            Theme theme = new Theme(Settings.load(folder.resolve("settings")));
            theme.choiceProperty().set(choice);
            Scene scene = new Scene(Controls.all(), 900, 860);
            theme.dress(scene);
            stage[0] = new Stage();
            stage[0].setScene(scene);
            stage[0].show();
        });
        Fx.laidOut(stage[0].getScene());
        List<String> faults = Fx.get(() -> Contrast.faults(stage[0].getScene().getRoot(), Color.WHITE));
        Fx.run(() -> stage[0].hide());

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void thatPopUpCanBeReadInBothThemes(Theme.Choice choice) throws Exception {
        Stage[] stage = new Stage[1];
        ContextMenu[] menu = new ContextMenu[1];
        Tooltip[] tip = new Tooltip[1];
        Fx.run(() -> {
            Theme theme = new Theme(Settings.load(folder.resolve("settings")));
            theme.choiceProperty().set(choice);
            Button owner = new Button("Owner");
            Scene scene = new Scene(new VBox(owner), 300, 300);
            theme.dress(scene);
            stage[0] = new Stage();
            stage[0].setScene(scene);
            stage[0].show();
            menu[0] = new ContextMenu(new MenuItem("Save"), new MenuItem("Delete"));
            menu[0].show(owner, Side.BOTTOM, 0, 0);
            tip[0] = new Tooltip("What this does");
            tip[0].show(owner, 100, 100);
        });
        Fx.laidOut(menu[0].getScene());
        Fx.laidOut(tip[0].getScene());
        Color ground = choice == Theme.Choice.DARK ? Color.WHITE : Color.BLACK;
        List<String> inMenu = Fx.get(() -> Contrast.faults(menu[0].getScene().getRoot(), ground));
        List<String> inTip = Fx.get(() -> Contrast.faults(tip[0].getScene().getRoot(), ground));
        Fx.run(() -> stage[0].hide());

        assertThat(inMenu).isEmpty();
        assertThat(inTip).isEmpty();
    }

    /** One of each. */
    static final class Controls {
        private Controls() {}

        static VBox all() {
            ListView<String> list = new ListView<>();
            list.getItems().addAll("First", "Second", "Third");
            list.getSelectionModel().select(1);
            list.setPrefHeight(90);
            TableView<String> table = new TableView<>();
            TableColumn<String, String> column = new TableColumn<>("Column");
            table.getColumns().add(column);
            table.setPrefHeight(90);
            ToggleButton on = new ToggleButton("On");
            on.setSelected(true);
            CheckBox checked = new CheckBox("Checked");
            checked.setSelected(true);
            RadioButton chosen = new RadioButton("Chosen");
            chosen.setSelected(true);
            ToggleSwitch switched = new ToggleSwitch("Switched");
            switched.setSelected(true);
            Button go = new Button("Default");
            go.setDefaultButton(true);
            CustomTextField custom = (CustomTextField) TextFields.createClearableTextField();
            custom.setText("Custom");
            custom.setLeft(new FontIcon(Feather.SEARCH));
            TextField prompt = new TextField();
            prompt.setPromptText("Prompt");
            FlowPane buttons = new FlowPane(
                    8,
                    8,
                    new Button("Plain"),
                    go,
                    on,
                    new ToggleButton("Off"),
                    new MenuButton("Menu"),
                    new SplitMenuButton(new MenuItem("Split")),
                    new Hyperlink("Link"),
                    checked,
                    new CheckBox("Not"),
                    chosen,
                    switched,
                    new SegmentedButton(new ToggleButton("Left"), new ToggleButton("Right")));
            FlowPane fields = new FlowPane(
                    8,
                    8,
                    new TextField("Text"),
                    prompt,
                    custom,
                    new PasswordField(),
                    combo(),
                    choice(),
                    new Spinner<Integer>(0, 9, 3),
                    new CheckComboBox<String>(),
                    new Slider(0, 10, 5),
                    new ProgressBar(0.4),
                    new ProgressIndicator(0.4),
                    new ProgressIndicator());
            TextArea area = new TextArea("Area");
            area.setPrefRowCount(2);
            StatusBar status = new StatusBar();
            status.setText("Status");
            VBox column2 = new VBox(
                    10,
                    words(),
                    buttons,
                    fields,
                    area,
                    list,
                    table,
                    new TitledPane("Titled", new Label("Content")),
                    new TabPane(new Tab("One", new Label("Tab")), new Tab("Two")),
                    status,
                    notice(),
                    dialog());
            column2.getStyleClass().add("card");
            return column2;
        }

        private static FlowPane words() {
            FlowPane words = new FlowPane(10, 6);
            for (String styleClass : List.of(
                    "hint",
                    "trouble",
                    "fact",
                    "section",
                    "warning",
                    "all-good",
                    "step-title",
                    "placeholder-title",
                    "server-name",
                    "server-state",
                    "check-title",
                    "quiet-notice",
                    "details-name",
                    "tile-name")) {
                Label label = new Label(styleClass);
                label.getStyleClass().add(styleClass);
                words.getChildren().add(label);
            }
            for (String styleClass : List.of("accent-icon", "good-icon", "warn-icon", "trouble-icon", "quiet-icon")) {
                FontIcon icon = new FontIcon(Feather.LOCK);
                icon.getStyleClass().add(styleClass);
                words.getChildren().add(icon);
            }
            return words;
        }

        private static ComboBox<String> combo() {
            ComboBox<String> combo = new ComboBox<>();
            combo.getItems().addAll("Combo", "Box");
            combo.getSelectionModel().selectFirst();
            return combo;
        }

        private static ChoiceBox<String> choice() {
            ChoiceBox<String> choice = new ChoiceBox<>();
            choice.getItems().addAll("Choice", "Box");
            choice.getSelectionModel().selectFirst();
            return choice;
        }

        private static NotificationPane notice() {
            NotificationPane pane = new NotificationPane(new Label("Content"));
            pane.getActions().add(new Action("Action"));
            pane.setShowFromTop(true);
            pane.setPrefHeight(80);
            pane.show("A notice");
            return pane;
        }

        private static DialogPane dialog() {
            DialogPane pane = new DialogPane();
            pane.setHeaderText("Header");
            pane.setContentText("Content");
            pane.getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
            return pane;
        }
    }
}
