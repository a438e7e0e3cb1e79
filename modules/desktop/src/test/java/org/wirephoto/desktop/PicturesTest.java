package org.wirephoto.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.actions.Around;
import org.wirephoto.desktop.connect.ShownServers;
import org.wirephoto.desktop.demo.SamplePictures;
import org.wirephoto.desktop.demo.Snapshot;
import org.wirephoto.desktop.gallery.GalleryState;
import org.wirephoto.desktop.picture.PictureFiles;
import org.wirephoto.desktop.session.BackgroundWork;
import org.wirephoto.desktop.session.FakeSession;
import org.wirephoto.desktop.session.Images;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.shell.MainWindow;
import org.wirephoto.desktop.shell.ProgramMenu;
import org.wirephoto.desktop.shell.Theme;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.desktop.window.Sheets;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;

/** Draws the program's windows into files, to be looked at. */
@EnabledIfSystemProperty(named = "pictures", matches = ".+", disabledReason = "-Dpictures=FOLDER asks for it")
class PicturesTest {
    @TempDir
    static Path samples;

    @TempDir
    Path folder;

    private final Path target = Path.of(System.getProperty("pictures", "."));
    private final BackgroundWork work = new BackgroundWork(Platform::runLater);
    private final List<RemoteImage> images = new ArrayList<>();
    private FakeSession session;
    private Theme theme;
    private MainWindow window;
    private GalleryScene scene;

    @BeforeAll
    static void draw() throws Exception {
        SamplePictures.draw(samples);
    }

    @BeforeEach
    void open() throws Exception {
        session = new FakeSession(List.of());
        try (var files = Files.list(samples)) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                RemoteImage image = Images.image(file.getFileName().toString(), images.size() * 7, bytes);
                session.rendering(image, bytes);
                session.original(image, bytes);
                images.add(image);
            }
        }
        images.add(Images.image("Camera_0815.heic", 100, ImageType.HEIC, 4032, 3024));
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
            scene.page().corner(new ProgramMenu(theme, texts, new ProgramMenu.Uses(() -> {}, () -> {}, () -> {})));
            window.stage().setWidth(1040);
            window.stage().setHeight(660);
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
        write(name, window.stage().getScene());
    }

    private void write(String name, Scene drawn) throws Exception {
        Path file = Files.createDirectories(target).resolve(name + ".png");
        Snapshot.write(file, Fx.get(() -> drawn.snapshot(null)));
        assertThat(file).isNotEmptyFile();
    }

    /** Waits until so many pictures are in the rows. */
    private static void settle(Scene sheet, int rows) throws Exception {
        Fx.laidOut(sheet);
        Fx.await(
                "pictures are there",
                () -> sheet.getRoot().lookupAll(".send-picture .image-view").stream()
                                .filter(node -> node instanceof ImageView view && view.getImage() != null)
                                .count()
                        >= rows - 1);
        Fx.laidOut(sheet);
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
        Fx.run(() -> scene.viewer()
                .show(images.stream()
                        .filter(image -> image.name().text().equals("Noon_in_the_mountains.png"))
                        .findFirst()
                        .orElseThrow()));
        take("viewer");
    }

    @Test
    void connect() throws Exception {
        Fx.run(() -> {
            theme.choiceProperty().set(Theme.Choice.LIGHT);
            window.page(ShownServers.page(work, Texts.of(Locale.ENGLISH)), "");
        });
        Fx.await(
                "the known server is there",
                () -> window.stage()
                                .getScene()
                                .getRoot()
                                .lookupAll(".server-row .server-name")
                                .size()
                        == 3);
        take("connect");
    }

    private Path drawn(String name, String as) throws IOException {
        return Files.copy(samples.resolve(name), folder.resolve(as));
    }

    private Scene sending(List<Path> files) throws Exception {
        Fx.run(() -> scene.actions().send(files));
        Fx.await("the sheet is there", () -> sheet().isPresent());
        return sheet().orElseThrow().getScene();
    }

    private static Optional<Stage> sheet() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(each -> "Send images".equals(each.getTitle()))
                .findFirst();
    }

    private static Button send(Scene sheet) {
        return sheet.getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(Button::isDefaultButton)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sendSheet() throws Exception {
        Fx.run(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
        Scene sheet = sending(List.of(
                drawn("Morning_by_the_sea.png", "At the lake.png"),
                drawn("Evening_in_the_city.png", "Evening_in_the_city.png"),
                drawn("Haze_in_the_mountains.png", "Mountains.png"),
                drawn("Noon_over_the_hills.png", "Hills.png"),
                Files.writeString(folder.resolve("Notes.txt"), "Buy film")));
        Fx.await("names are looked up", () -> send(sheet).getText().equals("Send 3 images"));
        Fx.run(() -> ((TextField) sheet.getRoot().lookupAll(".text-field").stream()
                        .filter(node -> node instanceof TextField field
                                && field.getText().equals("Mountains.png"))
                        .findFirst()
                        .orElseThrow())
                .setText("Moun:tains.jpg"));
        Fx.run(() -> sheet().orElseThrow().setHeight(690));
        settle(sheet, 5);
        write("send", sheet);
        Fx.run(() -> sheet().orElseThrow().close());
    }

    @Test
    void transfers() throws Exception {
        Fx.run(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
        session.stopping("At_the_lake.png", 0.64);
        session.stopping("Mountains.png", 0.23);
        session.stopping("City.png", 0.41);
        session.failing("Hills.png", FakeSession.refusal(ErrorCode.STORAGE_FULL));
        Scene sheet = sending(List.of(
                drawn("Morning_by_the_sea.png", "At the lake.png"),
                drawn("Evening_in_the_city.png", "City.png"),
                drawn("Sunset_by_the_sea.png", "Done.png"),
                drawn("Haze_in_the_mountains.png", "Mountains.png"),
                drawn("Noon_over_the_hills.png", "Hills.png")));
        Fx.await("names are looked up", () -> send(sheet).getText().equals("Send 5 images"));
        Fx.run(() -> send(sheet).fire());
        Fx.await("one has come as far as it will", () -> rows().stream().anyMatch(row -> row.contains("563")));
        Fx.run(() -> icons("Pause").get(1).fire());
        take("transfers");
    }

    private List<String> rows() {
        return window.stage().getScene().getRoot().lookupAll(".transfer-list .list-cell").stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Button> icons(String name) {
        return window.stage().getScene().getRoot().lookupAll(".transfer-list .button").stream()
                .map(Button.class::cast)
                .filter(button -> name.equals(button.getAccessibleText()) && button.isVisible())
                .toList();
    }
}
