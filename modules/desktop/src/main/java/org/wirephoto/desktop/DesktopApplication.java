package org.wirephoto.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.wirephoto.desktop.actions.Around;
import org.wirephoto.desktop.actions.Outside;
import org.wirephoto.desktop.actions.SystemPrograms;
import org.wirephoto.desktop.connect.Connect;
import org.wirephoto.desktop.connect.Link;
import org.wirephoto.desktop.picture.PictureFiles;
import org.wirephoto.desktop.session.BackgroundWork;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.UiThread;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.shell.MainWindow;
import org.wirephoto.desktop.shell.ProgramMenu;
import org.wirephoto.desktop.shell.Shortcuts;
import org.wirephoto.desktop.shell.Theme;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.desktop.window.Sheets;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.PlatformFolders;

/** The program with its window; the one place where its parts are put together. */
public final class DesktopApplication extends Application {
    private static final String NETWORKS = "WIREPHOTO_NETWORKS";
    private static final Duration SAVE_AFTER = Duration.ofSeconds(1);
    private static final long PICTURE_ROOM = 512L * 1024 * 1024;

    private final UiThread ui = new FxThread();
    private final BackgroundWork work = new BackgroundWork(ui);
    private final Map<String, String> environment;
    private final Settings settings;
    private final PictureFiles pictures;
    private final Texts texts;
    private final TemporaryFiles temporary;
    private final Path logs;
    private Job saving = Job.none();
    private Runnable leave = () -> {};
    private Supplier<Node> menus = Pane::new;
    private @Nullable MainWindow window;
    private @Nullable Connect connect;
    private @Nullable Link link;
    private @Nullable GalleryScene gallery;
    private volatile @Nullable Measurement measurement;

    /** For JavaFX, which makes the one that it starts, on a thread of its own. */
    public DesktopApplication() {
        this(System.getenv(), Path.of(System.getProperty("java.io.tmpdir")), Locale.getDefault());
    }

    /**
     * A program in other surroundings than those of its process, as tests want it.
     *
     * @param environment the variables that say where its folders are and which networks it may look at
     * @param scratch where its temporary files lie
     * @param language what it speaks, where it can
     */
    public DesktopApplication(Map<String, String> environment, Path scratch, Locale language) {
        this.environment = Map.copyOf(environment);
        PlatformFolders folders = PlatformFolders.of(environment);
        settings = Settings.load(folders.configuration().resolve("desktop.properties"));
        logs = folders.cache().resolve("logs");
        pictures = new PictureFiles(folders.cache().resolve("pictures"), PICTURE_ROOM, Clock.systemUTC());
        texts = Texts.of(language);
        temporary = new TemporaryFiles(scratch);
    }

    @Override
    public void start(Stage stage) {
        start(stage, getParameters().getRaw(), new SystemPrograms(work, this::tell));
        // A signal ends the program without stop().
        Runtime.getRuntime().addShutdownHook(new Thread(this::tidyUp, "wirephoto-end"));
    }

    private void tidyUp() {
        // What is measured is not what a person chose.
        if (measurement == null) {
            settings.save();
        }
        temporary.close();
    }

    /**
     * Opens the window, and goes where the arguments say. On the UI thread; {@link #stop} ends it.
     *
     * @param typed the arguments, as they were typed
     * @param outside the system's own programs
     */
    public void start(Stage stage, List<String> typed, Outside outside) {
        Arguments arguments = arguments(typed);
        Theme theme = new Theme(settings);
        MainWindow made = new MainWindow(stage, theme, settings, work);
        Shortcuts shortcuts = new Shortcuts(made, texts);
        shortcuts.listen();
        window = made;
        Runnable quit = () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        menus = () ->
                new ProgramMenu(theme, texts, new ProgramMenu.Uses(shortcuts::toggle, () -> outside.open(logs), quit));
        stage.setOnCloseRequest(event -> {
            if (!mayLeave()) {
                event.consume();
            }
        });
        Around around = new Around(
                work,
                texts,
                new Wording(texts, ZoneId.systemDefault()),
                settings,
                made.notices(),
                new Sheets(stage, theme),
                temporary,
                outside);
        if (arguments.measure()) {
            measurement = new Measurement(System.out);
        } else {
            keepSettings();
        }
        Connect way = Connect.of(
                environment,
                networks(arguments),
                new Connect.Surroundings(work, ui, texts),
                (session, itsLink) -> entered(made, around, session, itsLink));
        connect = way;
        Node connecting = withMenu(way.page());
        leave = () -> {
            if (!mayLeave()) {
                return;
            }
            closeGallery();
            made.page(connecting, "");
            way.choose();
        };
        way.onLeave(leave);
        made.page(connecting, "");
        made.show();
        Measurement measured = measurement;
        if (measured != null) {
            measured.windowShown();
            way.trouble().subscribe(trouble -> trouble.ifPresent(measured::failed));
        }
        begin(way, arguments);
    }

    private Node withMenu(Node page) {
        Node menu = menus.get();
        StackPane.setAlignment(menu, Pos.TOP_RIGHT);
        StackPane.setMargin(menu, new Insets(12));
        return new StackPane(page, menu);
    }

    private void tell(Trouble trouble) {
        if (window != null) {
            window.notices().problem(texts.sentence(trouble));
        }
    }

    /** Saves them a while after each change; unless what happens is measured only. */
    private void keepSettings() {
        settings.onChange(() -> ui.run(this::saveSoon));
    }

    private void saveSoon() {
        saving.cancel();
        saving = work.after(SAVE_AFTER, () -> work.start(Executors.callable(settings::save), _ -> {}, _ -> {}));
    }

    /** The command line looks where the same variable says. */
    private NetworkChoice networks(Arguments arguments) {
        NetworkChoice named = Optional.ofNullable(environment.get(NETWORKS))
                .flatMap(NetworkChoice::parse)
                .orElse(new NetworkChoice.All());
        return arguments.search() ? named : new NetworkChoice.None();
    }

    private static void begin(Connect way, Arguments arguments) {
        if (arguments.invite().isPresent()) {
            way.go(arguments.invite().get());
        } else if (arguments.server().isPresent()) {
            way.go(arguments.server().get(), arguments.plain());
        } else {
            way.goBack();
        }
    }

    /** They were looked at before the window was opened. */
    private static Arguments arguments(List<String> typed) {
        try {
            return Arguments.parse(typed);
        } catch (Arguments.UsageException e) {
            throw new IllegalStateException(e);
        }
    }

    private void entered(MainWindow made, Around around, Session session, Link itsLink) {
        closeGallery();
        link = itsLink;
        made.banner(Optional.of(itsLink.bar()));
        GalleryScene scene = new GalleryScene(
                session, new GalleryScene.Surroundings(work, ui, made, texts, settings, pictures, around), leave);
        itsLink.up().subscribe(up -> {
            if (up) {
                scene.reconnected();
            }
        });
        gallery = scene;
        Measurement measured = measurement;
        if (measured != null) {
            measured.connected(scene);
        }
        scene.page().corner(menus.get());
        scene.open();
    }

    private boolean mayLeave() {
        GalleryScene open = gallery;
        return open == null || open.actions().mayClose();
    }

    private void closeGallery() {
        GalleryScene open = gallery;
        if (open != null) {
            gallery = null;
            open.close();
        }
        Link watching = link;
        if (watching != null) {
            link = null;
            watching.close();
        }
        MainWindow around = window;
        if (around != null) {
            around.banner(Optional.empty());
        }
    }

    @Override
    public void stop() {
        if (window != null) {
            window.remember();
        }
        closeGallery();
        if (connect != null) {
            connect.close();
        }
        work.close();
        temporary.close();
    }
}
