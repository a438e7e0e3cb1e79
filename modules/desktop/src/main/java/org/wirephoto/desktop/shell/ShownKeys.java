package org.wirephoto.desktop.shell;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** A combination of keys that menus show in the language of the program: JavaFX names keys in English alone. */
public final class ShownKeys extends KeyCombination {
    private final KeyCombination keys;
    private final String text;

    /** Keys as {@link KeyCombination#valueOf} reads them, and what to call them. */
    public ShownKeys(String keys, String text) {
        this.keys = KeyCombination.valueOf(keys);
        this.text = text;
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.match(event);
    }

    @Override
    public String getName() {
        return keys.getName();
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownKeys shown && keys.equals(shown.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
