package org.wirephoto.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.actions.Around;
import org.wirephoto.desktop.demo.SamplePictures;
import org.wirephoto.desktop.demo.Snapshot;
import org.wirephoto.desktop.gallery.GalleryState;
import org.wirephoto.desktop.picture.PictureFiles;
import org.wirephoto.desktop.session.BackgroundWork;
import org.wirephoto.desktop.session.FakeSession;
import org.wirephoto.desktop.session.Images;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.shell.MainWindow;
import org.wirephoto.desktop.shell.Theme;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.desktop.window.Sheets;
import org.wirephoto.protocol.ImageType;

/** Draws the gallery and the viewer into files, to be looked at. */
@EnabledIfSystemProperty(named = "pictures", matches = ".+", disabledReason = "-Dpictures=FOLDER asks for it")
class PicturesTest {
    @TempDir
    Path folder;

    private final Path target = Path.of(System.getProperty("pictures", "."));
    private final BackgroundWork work = new BackgroundWork(Platform::runLater);
    private final List<RemoteImage> images = new ArrayList<>();
    private FakeSession session;
    private Theme theme;
    private MainWindow window;
    private GalleryScene scene;

    @BeforeEach
    void open() throws Exception {
        Path samples = folder.resolve("samples");
        SamplePictures.draw(samples);
        session = new FakeSession(List.of());
        try (var files = Files.list(samples)) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                RemoteImage image =
                        Images.image(file.getFileName().toString(), images.size() * 7, ImageType.PNG, 1200, 800);
                session.rendering(image, bytes);
                images.add(image);
            }
        }
        images.add(Images.image("Camera_0815.heic", 500, ImageType.HEIC, 4032, 3024));
        session.replaceAll(images);
        Fx.run(() -> {
            Settings settings = Settings.load(folder.resolve("settings"));
            theme = new Theme(settings);
            window = new MainWindow(new Stage(), theme, settings, work);
            Texts texts = Texts.of(Locale.ENGLISH);
            scene = new GalleryScene(
                    session,
                    new GalleryScene.Surroundings(
                            work,
                            Platform::runLater,
                            window,
                            texts,
                            settings,
                            new PictureFiles(folder.resolve("pictures"), 1 << 28, Clock.systemUTC()),
                            new Around(
                                    work,
                                    texts,
                                    new Wording(texts, ZoneOffset.UTC),
                                    settings,
                                    window.notices(),
                                    new Sheets(window.stage(), theme),
                                    new TemporaryFiles(folder),
                                    _ -> {})),
                    () -> {});
            window.show();
            scene.open();
        });
        Fx.await("all are listed", () -> scene.model().stateProperty().get() instanceof GalleryState.Listed);
        Fx.run(() -> scene.model().selection().only(scene.model().images().get(2)));
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            scene.close();
            window.stage().close();
        });
        work.close();
    }

    private void take(String name) throws Exception {
        Fx.laidOut(window.stage().getScene());
        Fx.await("no picture is waited for", () -> scene.pictures().inFlight() == 0);
        Fx.laidOut(window.stage().getScene());
        Path file = target.resolve(name + ".png");
        Snapshot.write(file, Fx.get(() -> window.stage().getScene().snapshot(null)));
        assertThat(file).isNotEmptyFile();
    }

    private void inBothThemes(String name) throws Exception {
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            Fx.run(() -> theme.choiceProperty().set(choice));
            take(name + "-" + choice.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void gallery() throws Exception {
        inBothThemes("gallery");
    }

    @Test
    void viewer() throws Exception {
        Fx.run(() -> scene.viewer().show(scene.model().images().get(5)));
        take("viewer");
    }

    @Test
    void empty() throws Exception {
        session.replaceAll(List.of());
        Fx.run(() -> scene.model().reload());
        Fx.await("nothing is here", () -> scene.model().images().isEmpty());
        inBothThemes("empty");
    }

    @Test
    void troubles() throws Exception {
        session.tell(new ImageEvent.Offline("The server does not answer."));
        Fx.run(() -> {
            window.notices().problem("beach.png was changed by somebody else.", "Try again", () -> {});
            window.notices().quiet("Sunset.png has arrived");
            scene.model().selection().all();
        });
        Fx.await("it is told", () -> scene.model().offlineProperty().get().isPresent());
        // The bar slides in.
        Fx.await(
                "the bar is there",
                () -> window.stage().getScene().getRoot().lookup(".notification-bar") != null
                        && Optional.ofNullable(window.stage()
                                                .getScene()
                                                .getRoot()
                                                .lookup(".notification-bar .pane"))
                                        .map(node -> node.getLayoutY() + node.getTranslateY())
                                        .orElse(-1.0)
                                >= 0);
        inBothThemes("troubles");
    }
}
