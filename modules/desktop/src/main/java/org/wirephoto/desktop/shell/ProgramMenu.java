package org.wirephoto.desktop.shell;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wirephoto.desktop.text.Texts;

/** The button of what belongs to no page: light or dark, the keys, the log, the end. F10 opens it. On the UI thread. */
public final class ProgramMenu extends MenuButton {
    /** What the items do. */
    public record Uses(Runnable shortcuts, Runnable logs, Runnable quit) {}

    private final Theme theme;
    private final Map<Theme.Choice, RadioMenuItem> choices = new EnumMap<>(Theme.Choice.class);
    private final EventHandler<KeyEvent> keys = this::pressed;

    /** A menu for one page: a button can't be on two. */
    public ProgramMenu(Theme theme, Texts texts, Uses uses) {
        this.theme = theme;
        setGraphic(new FontIcon(Feather.MENU));
        getStyleClass().addAll("icon-button", "program-menu");
        setAccessibleText(texts.text("menu"));
        setTooltip(new Tooltip(texts.text("menu.tip")));
        getItems()
                .setAll(
                        appearance(texts),
                        item(texts.text("menu.shortcuts"), uses.shortcuts(), new ShownKeys("F1", "F1")),
                        item(texts.text("menu.logs"), uses.logs()),
                        new SeparatorMenuItem(),
                        item(
                                texts.text("menu.quit"),
                                uses.quit(),
                                new ShownKeys("Shortcut+Q", texts.text("shortcuts.everywhere.quit.keys"))));
        setOnShowing(_ -> choices.forEach((choice, item) ->
                item.setSelected(choice == theme.choiceProperty().get())));
        sceneProperty().subscribe(this::listen);
    }

    private Menu appearance(Texts texts) {
        Menu menu = new Menu(texts.text("menu.theme"));
        ToggleGroup one = new ToggleGroup();
        for (Theme.Choice choice : Theme.Choice.values()) {
            RadioMenuItem item =
                    new RadioMenuItem(texts.text("menu.theme." + choice.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(one);
            item.setOnAction(_ -> theme.choiceProperty().set(choice));
            choices.put(choice, item);
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static MenuItem item(String text, Runnable action, KeyCombination keys) {
        MenuItem item = item(text, action);
        item.setAccelerator(keys);
        return item;
    }

    private void listen(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F10 && !isDisabled()) {
            requestFocus();
            show();
            event.consume();
        }
    }
}
