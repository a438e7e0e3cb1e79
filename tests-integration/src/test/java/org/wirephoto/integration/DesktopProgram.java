package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.wirephoto.desktop.DesktopApplication;
import org.wirephoto.integration.Hands.Held;

/**
 * The whole desktop program in this process, as its own class puts it together, with its window on a screen that is
 * nowhere and its folders in a folder of the test's.
 */
final class DesktopProgram {
    private final Path home;
    private final DesktopApplication application;
    private final Stage stage;
    private final Queue<Path> opened = new ConcurrentLinkedQueue<>();

    private DesktopProgram(Path home, DesktopApplication application, Stage stage) {
        this.home = home;
        this.application = application;
        this.stage = stage;
    }

    /**
     * Starts it.
     *
     * @param home where its folders are, and where it saves images
     * @param arguments as they would be typed
     */
    static DesktopProgram start(Path home, String... arguments) throws Exception {
        HeadlessFx.start();
        Path configuration = Files.createDirectories(home.resolve("configuration/wirephoto"));
        // The window has to fit the screen, which is 1000 pixels wide and high.
        Files.writeString(
                configuration.resolve("desktop.properties"),
                "window.width=980\nwindow.height=900\nfetch.folder=" + home.resolve("saved") + "\n");
        Map<String, String> environment = Map.of(
                "WIREPHOTO_NETWORKS", "none",
                "XDG_CONFIG_HOME", home.resolve("configuration").toString(),
                "XDG_DATA_HOME", home.resolve("data").toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString());
        Path scratch = Files.createDirectories(home.resolve("scratch"));
        return HeadlessFx.get(() -> {
            DesktopApplication application = new DesktopApplication(environment, scratch, Locale.ENGLISH);
            DesktopProgram program = new DesktopProgram(home, application, new Stage());
            application.start(program.stage, List.of(arguments), program.opened::add);
            return program;
        });
    }

    /** Starts it with an invite to a server, and waits for the server's gallery. */
    static DesktopProgram in(Path home, String invite) throws Exception {
        DesktopProgram program = start(home, invite);
        program.window().shows("image");
        program.gallery().appears();
        return program;
    }

    /** Where it saves images. */
    Path saved() {
        return home.resolve("saved");
    }

    /** Its temporary files. */
    List<Path> temporary() throws IOException {
        try (var files = Files.walk(home.resolve("scratch"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** What it had the system open. */
    List<Path> opened() {
        return List.copyOf(opened);
    }

    Stage stage() {
        return stage;
    }

    /** The large window. */
    Sight window() {
        return new Sight(
                "the window", () -> Optional.of(stage.getScene().getRoot()).filter(_ -> stage.isShowing()));
    }

    /** The grid of images. */
    Sight gallery() {
        return window().part("gallery-grid");
    }

    /** The panel of transfers. */
    Sight transfers() {
        return window().part("transfers");
    }

    /** The small window that lies over the large one. */
    Sight sheet() {
        return new Sight("the sheet", () -> front(Stage.class));
    }

    /** A menu that is open. */
    Sight menu() {
        return new Sight("the menu", () -> front(ContextMenu.class));
    }

    private Optional<Parent> front(Class<? extends Window> type) {
        return owned().stream()
                .filter(window -> type.isInstance(window) && window.isShowing())
                .findFirst()
                .map(window -> window.getScene().getRoot());
    }

    /** The image of a name, in the gallery. */
    Sight image(String name) {
        return gallery().row(name);
    }

    /** Selects images with the mouse, each by its name. */
    void select(String... names) throws Exception {
        for (String name : names) {
            image(name).appears(); // or the others would give way to it between two clicks
        }
        for (int i = 0; i < names.length; i++) {
            image(names[i]).click(i == 0 ? new Held[0] : new Held[] {Held.CTRL});
        }
    }

    /** Presses keys while the large window has them. */
    void press(KeyCode code, Held... held) {
        Hands.press(stage, code, held);
    }

    /** Drops files on the gallery. */
    boolean drop(Path... files) throws Exception {
        gallery().appears();
        Node target = HeadlessFx.get(() -> stage.getScene().lookup(".gallery-grid"));
        return Hands.drop(target, List.of(files));
    }

    /** On JavaFX's thread: the windows that lie over the large one, the last first. */
    private List<Window> owned() {
        List<Window> windows = new ArrayList<>(Window.getWindows());
        return windows.reversed().stream().filter(this::isOwned).toList();
    }

    private boolean isOwned(Window window) {
        Window owner = switch (window) {
            case Stage sheet -> sheet.getOwner();
            case PopupWindow popup -> popup.getOwnerWindow();
            default -> null;
        };
        return owner != null && (owner.equals(stage) || isOwned(owner));
    }

    /** Closes what lies over the large window. */
    void closeSheets() throws Exception {
        HeadlessFx.run(() -> owned().forEach(Window::hide));
    }

    /** Closes what lies over the large window, and takes what is over out of the list of transfers. */
    void tidy() throws Exception {
        closeSheets();
        if (window().buttons().contains("Clear list")) {
            window().press("Clear list");
        }
    }

    /** Ends it; what nobody caught on JavaFX's thread fails the test. */
    void close() throws Exception {
        HeadlessFx.run(() -> {
            owned().forEach(Window::hide);
            stage.hide();
            application.stop();
        });
        assertThat(HeadlessFx.faults()).isEmpty();
    }
}
