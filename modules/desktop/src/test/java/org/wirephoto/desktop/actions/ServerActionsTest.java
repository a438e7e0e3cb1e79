package org.wirephoto.desktop.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.Fx;
import org.wirephoto.desktop.FxThreads;
import org.wirephoto.desktop.session.BackgroundWork;
import org.wirephoto.desktop.session.MemorySession;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.shell.Theme;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.desktop.window.Sheets;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Role;
import org.wirephoto.testkit.TestImages;

/** The windows of sending, fetching and changing, on a screen that is nowhere. */
final class ServerActionsTest {
    @TempDir
    private Path folder;

    private final MemorySession server = new MemorySession();
    private final FakeNotices notices = new FakeNotices();
    private final List<Path> opened = new ArrayList<>();
    private final List<RemoteImage> selected = new ArrayList<>();
    private final Texts texts = Texts.of(Locale.ENGLISH);
    private BackgroundWork work;
    private ServerActions actions;
    private Stage stage;
    private BorderPane page;

    @BeforeEach
    void open() throws Exception {
        work = new BackgroundWork(FxThreads.ui());
        Settings settings = Settings.load(folder.resolve("settings"));
        settings.put("fetch.folder", folder.resolve("saved"));
        Fx.run(() -> {
            stage = new Stage();
            Theme theme = new Theme(settings);
            page = new BorderPane(new StackPane());
            stage.setScene(new Scene(page, 900, 600));
            theme.dress(stage.getScene());
            stage.show();
            actions = new ServerActions(
                    server,
                    new Around(
                            work,
                            texts,
                            new Wording(texts, ZoneOffset.UTC),
                            settings,
                            notices,
                            new Sheets(stage, theme),
                            new TemporaryFiles(folder),
                            opened::add),
                    () -> List.copyOf(selected));
            page.setTop(new StackPane());
            page.setBottom(actions.drawer());
            actions.listen(page, page.getCenter());
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            actions.close();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
        work.close();
    }

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve(name), TestImages.of(ImageType.PNG, name.hashCode()));
    }

    private static Optional<Stage> sheet(String title) {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(each -> each.getTitle() != null && each.getTitle().equals(title))
                .findFirst();
    }

    private static Optional<Button> button(Node root, String text) {
        return root.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(Node::isVisible)
                .filter(each -> text.equals(each.getText()) || text.equals(each.getAccessibleText()))
                .findFirst();
    }

    private static void press(String title, String text) throws Exception {
        Fx.await(
                text,
                () -> sheet(title)
                        .flatMap(each -> button(each.getScene().getRoot(), text))
                        .filter(each -> !each.isDisabled())
                        .isPresent());
        Fx.run(() -> sheet(title)
                .flatMap(each -> button(each.getScene().getRoot(), text))
                .orElseThrow()
                .fire());
    }

    private void key(KeyCode code, boolean shortcut) throws Exception {
        Fx.run(() -> page.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false)));
    }

    private RemoteImage select(String name) {
        RemoteImage image = server.put(name);
        selected.add(image);
        return image;
    }

    @Nested
    final class Sending {
        @Test
        void sendsWhatWasDropped() throws Exception {
            Path one = file("one.png");
            Path two = file("two pictures.png");
            Fx.run(() -> actions.send(List.of(one, two)));

            press("Send images", "Send 2 images");

            Fx.await(
                    "both are there",
                    () -> server.images
                            .keySet()
                            .containsAll(List.of(ImageName.of("one.png"), ImageName.of("two_pictures.png"))));
            Fx.await("the sheet is gone", () -> sheet("Send images").isEmpty());
            assertThat(Fx.get(actions.drawer()::isVisible)).isTrue();
        }

        @Test
        void asksForAnotherNameAndTakesTheOneThatIsOffered() throws Exception {
            server.put("one.png");
            Path one = file("one.png");
            Fx.run(() -> actions.send(List.of(one)));

            press("Send images", "Call it one-2.png");
            press("Send images", "Send 1 image");

            Fx.await("it is there", () -> server.images.containsKey(ImageName.of("one-2.png")));
        }

        @Test
        void marksAWrongNameInItsField() throws Exception {
            Path one = file("one.png");
            Fx.run(() -> actions.send(List.of(one)));
            Fx.await(
                    "the row is there",
                    () -> sheet("Send images")
                            .map(each -> each.getScene().getRoot().lookup(".custom-text-field"))
                            .isPresent());

            Fx.run(() -> ((TextField) sheet("Send images")
                            .orElseThrow()
                            .getScene()
                            .getRoot()
                            .lookup(".custom-text-field"))
                    .setText("one.gif"));

            Fx.await(
                    "it is marked",
                    () -> sheet("Send images")
                            .map(each -> each.getScene().getRoot().lookup(".custom-text-field.wrong"))
                            .isPresent());
            assertThat(Fx.get(() -> button(
                                    sheet("Send images")
                                            .orElseThrow()
                                            .getScene()
                                            .getRoot(),
                                    "Call it one.png")
                            .isPresent()))
                    .isTrue();
        }

        @Test
        void isNotOfferedToAViewer() throws Exception {
            server.role(Role.VIEWER);

            List<String> offered = Fx.get(() -> actions.buttons().stream()
                    .map(Labeled.class::cast)
                    .map(Labeled::getText)
                    .toList());
            List<String> menu =
                    Fx.get(() -> actions.menu().stream().map(MenuItem::getText).toList());

            assertThat(offered).contains("Save").doesNotContain("Send");
            assertThat(menu).contains("Copy").doesNotContain("Delete", "Rename…");
        }
    }

    @Nested
    final class Changing {
        @BeforeEach
        void keys() throws Exception {
            Fx.run(() -> actions.menu());
        }

        @Test
        void deletesAndTakesItBack() throws Exception {
            RemoteImage beach = select("beach.png");
            key(KeyCode.DELETE, false);
            Fx.await("it was told", () -> notices.offered.isPresent());
            assertThat(notices.said).containsExactly("beach.png is in the trash. [Undo]");
            assertThat(server.images).isEmpty();

            key(KeyCode.Z, true);
            Fx.await("it is back", () -> server.images.containsKey(beach.name()));
        }

        @Test
        void takesOneDeletionBackAfterTheOtherByKey() throws Exception {
            RemoteImage beach = select("beach.png");
            key(KeyCode.DELETE, false);
            Fx.await("it was told", () -> notices.said.size() == 1);
            selected.clear();
            RemoteImage sea = select("sea.png");
            key(KeyCode.DELETE, false);
            Fx.await("it was told", () -> notices.said.size() == 2);
            assertThat(server.images).isEmpty();

            key(KeyCode.Z, true);
            Fx.await("the last is back", () -> server.images.containsKey(sea.name()));
            key(KeyCode.Z, true);
            Fx.await("both are back", () -> server.images.containsKey(beach.name()));
            Fx.await("it was told", () -> notices.said.size() == 4);
            key(KeyCode.Z, true);
            assertThat(notices.said).last().isEqualTo("There is no deletion to take back.");
        }

        @Test
        void saysWhatWentAndWhyTheRestDidNot() throws Exception {
            RemoteImage beach = select("beach.png");
            select("sea.png");
            server.failSecond(MemorySession.refusal(ErrorCode.NOT_ALLOWED, Optional.empty()));
            key(KeyCode.DELETE, false);
            Fx.await("it was told", () -> notices.offered.isPresent());

            assertThat(notices.said)
                    .containsExactly("! beach.png is in the trash. 1 image stays: " + ErrorCode.NOT_ALLOWED.sentence()
                            + " [Undo]");
            Fx.run(() -> notices.offered.orElseThrow().run());
            Fx.await("it is back", () -> server.images.containsKey(beach.name()));
        }

        @Test
        void offersToTakeBackAgainWhatDidNotComeBack() throws Exception {
            RemoteImage beach = select("beach.png");
            key(KeyCode.DELETE, false);
            Fx.await("it was told", () -> notices.offered.isPresent());
            server.failNext(MemorySession.trouble(Trouble.Kind.LOST));
            key(KeyCode.Z, true);
            Fx.await("it was told", () -> notices.said.size() == 2);
            assertThat(notices.said).last().asString().startsWith("! ").endsWith(" [Undo]");

            key(KeyCode.Z, true);
            Fx.await("it is back", () -> server.images.containsKey(beach.name()));
        }

        @Test
        void renames() throws Exception {
            select("beach.png");
            key(KeyCode.F2, false);
            Fx.await("the window is there", () -> sheet("Rename").isPresent());
            Fx.run(() -> ((TextField)
                            sheet("Rename").orElseThrow().getScene().getRoot().lookup(".text-field"))
                    .setText("sea at night.png"));

            press("Rename", "Rename");

            Fx.await("it is renamed", () -> server.images.containsKey(ImageName.of("sea_at_night.png")));
            Fx.await("the window is gone", () -> sheet("Rename").isEmpty());
        }
    }

    @Nested
    final class Fetching {
        @BeforeEach
        void keys() throws Exception {
            Fx.run(() -> actions.menu());
        }

        @Test
        void savesIntoTheFolder() throws Exception {
            select("beach.png");
            select("sea.png");

            key(KeyCode.S, true);

            Path saved = folder.resolve("saved");
            Fx.await(
                    "both are there",
                    () -> Files.exists(saved.resolve("beach.png")) && Files.exists(saved.resolve("sea.png")));
        }

        @Test
        void dragsFromImagesAlone() throws Exception {
            select("beach.png");
            Fx.run(() -> drag(page.getCenter()));
            assertThat(notices.said).isEmpty();

            Fx.run(() -> {
                StackPane cell = new StackPane();
                cell.getStyleClass().add("image-cell");
                ((StackPane) page.getCenter()).getChildren().add(cell);
                drag(cell);
            });
            assertThat(notices.said).hasSize(1);
        }

        private void drag(Node from) {
            from.fireEvent(new MouseEvent(
                    MouseEvent.DRAG_DETECTED,
                    0,
                    0,
                    0,
                    0,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null));
        }

        @Test
        void getsByName() throws Exception {
            server.put("beach.png");
            key(KeyCode.G, true);
            Fx.await("the window is there", () -> sheet("Get an image").isPresent());
            Fx.run(() -> ((TextField) sheet("Get an image")
                            .orElseThrow()
                            .getScene()
                            .getRoot()
                            .lookup(".text-field"))
                    .setText("beach.png"));

            press("Get an image", "Get");

            Fx.await("it is there", () -> Files.exists(folder.resolve("saved/beach.png")));
        }

        @Test
        void opensACopyOfItsOwnName() throws Exception {
            select("beach.png");

            key(KeyCode.E, true);

            Fx.await("it was opened", () -> !opened.isEmpty());
            assertThat(opened.getFirst()).hasFileName("beach.png").exists();
        }
    }
}
