package org.wirephoto.desktop;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.desktop.connect.ConnectModel;
import org.wirephoto.desktop.connect.ConnectPage;
import org.wirephoto.desktop.picture.PictureFiles;
import org.wirephoto.desktop.session.BackgroundWork;
import org.wirephoto.desktop.session.ClientSession;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.TroubleException;
import org.wirephoto.desktop.session.UiThread;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.shell.MainWindow;
import org.wirephoto.desktop.shell.Theme;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.protocol.PlatformFolders;
import org.wirephoto.protocol.ServerAddress;

/** The program with its window; the one place where its parts are put together. */
public final class DesktopApplication extends Application {
    private static final long PICTURE_ROOM = 512L * 1024 * 1024;

    private final UiThread ui = new FxThread();
    private final BackgroundWork work = new BackgroundWork(ui);
    private final PlatformFolders folders = PlatformFolders.of(System.getenv());
    private final Settings settings = Settings.load(folders.configuration().resolve("desktop.properties"));
    private final PictureFiles pictures =
            new PictureFiles(folders.cache().resolve("pictures"), PICTURE_ROOM, Clock.systemUTC());
    private final Texts texts = Texts.of(Locale.getDefault());
    private Runnable leave = () -> {};
    private @Nullable MainWindow window;
    private @Nullable GalleryScene gallery;
    private @Nullable Measurement measurement;

    /** For JavaFX, which makes the one that it starts, on a thread of its own. */
    public DesktopApplication() {}

    @Override
    public void start(Stage stage) {
        Arguments arguments = arguments();
        MainWindow made = new MainWindow(stage, new Theme(settings), settings);
        window = made;
        if (arguments.measure()) {
            measurement = new Measurement(System.out);
        }
        ConnectModel connect = new ConnectModel(this::enter, work, session -> entered(made, session));
        ConnectPage page = new ConnectPage(connect, texts);
        leave = () -> {
            closeGallery();
            made.page(page, "");
            page.focusAddress();
        };
        leave.run();
        connect.plainProperty().set(arguments.plain());
        arguments.server().ifPresent(server -> {
            connect.addressProperty().set(server.toString());
            connect.connect();
        });
        made.show();
        Measurement measured = measurement;
        if (measured != null) {
            measured.windowShown();
            connect.troubleProperty().subscribe(trouble -> trouble.ifPresent(measured::failed));
        }
    }

    /** They were looked at before the window was opened. */
    private Arguments arguments() {
        try {
            return Arguments.parse(getParameters().getRaw());
        } catch (Arguments.UsageException e) {
            throw new IllegalStateException(e);
        }
    }

    private Session enter(ServerAddress address, boolean plain) throws IOException {
        if (!plain) {
            throw new TroubleException(Trouble.of(new IOException("Only servers without TLS can be reached yet.")));
        }
        return ClientSession.connect(
                address, ConnectionSettings.plain().withAgent("wirephoto-desktop/" + DesktopMain.version()));
    }

    private void entered(MainWindow made, Session session) {
        closeGallery();
        GalleryScene scene = new GalleryScene(
                session, new GalleryScene.Surroundings(work, ui, made, texts, settings, pictures), leave);
        gallery = scene;
        if (measurement != null) {
            measurement.connected(scene);
        }
        scene.open();
    }

    private void closeGallery() {
        GalleryScene open = gallery;
        if (open != null) {
            gallery = null;
            open.close();
        }
    }

    @Override
    public void stop() {
        // What is measured is not what a person chose.
        if (window != null && measurement == null) {
            window.remember();
            Runtime.getRuntime().addShutdownHook(new Thread(settings::save, "wirephoto-settings"));
        }
        closeGallery();
        work.close();
    }
}
