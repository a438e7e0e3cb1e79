package org.wirephoto.desktop.shell;

import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.wirephoto.desktop.settings.Settings;

/** Light or dark: as the system is, unless a person chose. Needs the toolkit; on the UI thread. */
public final class Theme {
    /** What a person can choose. */
    public enum Choice {
        /** As the system is, also when that changes. */
        SYSTEM,
        /** Dark text on light ground. */
        LIGHT,
        /** Light text on dark ground. */
        DARK
    }

    private static final String KEY = "theme";

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());

    /** As a person chose before. */
    public Theme(Settings settings) {
        settings.text(KEY).flatMap(Theme::read).ifPresent(choice::set);
        choice.subscribe((before, now) -> {
            settings.put(KEY, now.name().toLowerCase(Locale.ROOT));
            dressAll();
        });
        Platform.getPreferences().colorSchemeProperty().subscribe((before, now) -> dressAll());
    }

    private static Optional<Choice> read(String text) {
        return Arrays.stream(Choice.values())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst();
    }

    /** What was chosen. */
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Gives a scene its colours, now and whenever they change. Each window and dialog needs it. */
    public void dress(Scene scene) {
        scenes.add(scene);
        scene.getStylesheets().setAll(List.of(sheet("wirephoto.css"), sheet(isDark() ? "dark.css" : "light.css")));
    }

    private void dressAll() {
        Set.copyOf(scenes).forEach(this::dress);
    }

    private boolean isDark() {
        return switch (choice.get()) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
