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
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.Accessibility;
import org.wirephoto.desktop.Fx;
import org.wirephoto.desktop.FxThreads;
import org.wirephoto.desktop.session.BackgroundWork;
import org.wirephoto.desktop.session.MemorySession;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.shell.Contrast;
import org.wirephoto.desktop.shell.Theme;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;
import org.wirephoto.desktop.transfers.TemporaryFiles;
import org.wirephoto.desktop.window.Sheets;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** Every small window and the panel of transfers, in each language: read, heard, and nothing cut off. */
final class SheetsTest {
    private static final String LONG =
            "a name that is so long that it fits into no field and no line of any window here ";

    @TempDir
    private Path folder;

    private final MemorySession server = new MemorySession();
    private final List<RemoteImage> selected = new ArrayList<>();
    private BackgroundWork work;
    private ServerActions actions;
    private Stage stage;
    private BorderPane page;

    private void open(Theme.Choice choice, String language) throws Exception {
        Texts texts = Texts.of(Locale.of(language));
        work = new BackgroundWork(FxThreads.ui());
        Settings settings = Settings.load(folder.resolve("settings"));
        settings.put("fetch.folder", folder.resolve("saved"));
        Fx.run(() -> {
            Theme theme = new Theme(settings);
            theme.choiceProperty().set(choice);
            stage = new Stage();
            page = new BorderPane(new StackPane());
            stage.setScene(new Scene(page, 900, 600));
            theme.dress(stage.getScene());
            stage.show();
            Around around = new Around(
                    work,
                    texts,
                    new Wording(texts, ZoneOffset.UTC),
                    settings,
                    new FakeNotices(),
                    new Sheets(stage, theme),
                    new TemporaryFiles(folder),
                    _ -> {});
            actions = new ServerActions(server, around, () -> List.copyOf(selected));
            HBox bar = new HBox();
            bar.getChildren().setAll(actions.buttons());
            page.setTop(bar);
            page.setBottom(actions.drawer());
            actions.menu();
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

    private static Optional<Stage> sheet() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(each -> each.getOwner() != null)
                .findFirst();
    }

    private static Scene shown() throws Exception {
        Fx.await("a sheet is there", () -> sheet().isPresent());
        return Fx.get(() -> sheet().orElseThrow().getScene());
    }

    private void key(KeyCode code, boolean shortcut) throws Exception {
        Fx.run(() -> page.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false)));
    }

    private static void fire(Scene scene) throws Exception {
        Fx.run(() -> buttons(scene).stream()
                .filter(Button::isDefaultButton)
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static List<Button> buttons(Scene scene) {
        return scene.getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(SheetsTest::isSeen)
                .toList();
    }

    private static void check(Scene scene, Theme.Choice choice) throws Exception {
        Fx.laidOut(scene);
        // What the window behind shows through would be unreadable on.
        Color other = choice == Theme.Choice.DARK ? Color.WHITE : Color.BLACK;
        assertThat(Fx.get(() -> Accessibility.faults(scene.getRoot()))).isEmpty();
        assertThat(Fx.get(() -> Contrast.faults(scene.getRoot(), other))).isEmpty();
        assertThat(Fx.get(() -> cut(scene))).isEmpty();
    }

    /** Buttons and labels whose text ends in an ellipsis that nobody wrote. */
    private static List<String> cut(Scene scene) {
        return scene.getRoot().lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .filter(SheetsTest::isSeen)
                .filter(node -> node.getParent() instanceof Label || node.getParent() instanceof Button)
                .filter(node -> !((Text) node).getText().equals(((Labeled) node.getParent()).getText()))
                .map(node -> ((Labeled) node.getParent()).getText())
                .filter(text -> !text.startsWith(LONG.substring(0, 6)))
                .collect(Collectors.toList());
    }

    private static boolean isSeen(Node node) {
        return node == null || (node.isVisible() && isSeen(node.getParent()));
    }

    private static boolean scrollsSideways(Scene scene) {
        return scene.getRoot().lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.isVisible() && bar.getOrientation() == javafx.geometry.Orientation.HORIZONTAL);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en", "DARK, de", "LIGHT, es"})
    void ofSendingCanBeReadHeardAndSeenWhole(Theme.Choice choice, String language) throws Exception {
        open(choice, language);
        server.put("beach.png");
        List<Path> files = List.of(
                file("beach.png"),
                file(LONG + ".png"),
                Files.writeString(folder.resolve("notes.txt"), "text"),
                Files.createFile(folder.resolve("empty.png")),
                file("sea.png"));
        Fx.run(() -> actions.send(files));
        Scene sheet = shown();
        Fx.await(
                "all are judged",
                () -> sheet.getRoot().lookupAll(".custom-text-field.wrong").size() == 3);

        check(sheet, choice);
        assertThat(Fx.get(() -> scrollsSideways(sheet))).isFalse();
        Fx.run(() -> sheet().orElseThrow().close());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en", "DARK, de", "LIGHT, es"})
    void ofOneImageCanBeReadHeardAndSeenWhole(Theme.Choice choice, String language) throws Exception {
        open(choice, language);
        selected.add(server.put("beach.png"));
        key(KeyCode.F2, false);
        Scene rename = shown();
        TextField name = (TextField) rename.getRoot().lookup(".text-field");
        Fx.run(name::selectAll);
        assertThat(Fx.get(name::getSelectedText)).isEqualTo("beach");
        Fx.run(() -> name.setText("beach:.gif"));
        Fx.await("it is marked", () -> rename.getRoot().lookup(".custom-text-field.wrong") != null);
        assertThat(name.getAccessibleHelp()).isNotBlank();
        check(rename, choice);
        Fx.run(() -> sheet().orElseThrow().close());

        key(KeyCode.G, true);
        Scene get = shown();
        Fx.run(() -> ((TextField) get.getRoot().lookup(".text-field")).setText("beech.png"));
        server.failNext(MemorySession.refusal(
                ErrorCode.NOT_FOUND, Optional.of(selected.getFirst().name())));
        fire(get);
        Fx.await("it is told", () -> get.getRoot().lookup(".trouble") != null);
        check(get, choice);
        Fx.run(() -> sheet().orElseThrow().close());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en", "DARK, de", "LIGHT, es"})
    void ofInvitingCanBeReadHeardAndSeenWhole(Theme.Choice choice, String language) throws Exception {
        server.label("Me");
        open(choice, language);
        Fx.run(() -> buttons(stage.getScene()).getLast().fire());
        Scene invite = shown();
        server.failNext(MemorySession.refusal(ErrorCode.NOT_ALLOWED, Optional.empty()));
        fire(invite);
        Fx.await("it is told", () -> invite.getRoot().lookup(".trouble").isVisible());
        check(invite, choice);

        fire(invite);
        Fx.await("it is there", () -> invite.getRoot().lookup(".text-area") != null);
        check(invite, choice);
        assertThat(Fx.get(() -> sheet().orElseThrow().getHeight())).isLessThan(700);
        Fx.run(() -> sheet().orElseThrow().close());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en", "DARK, de", "LIGHT, es"})
    void ofTransfersCanBeReadHeardAndSeenWhole(Theme.Choice choice, String language) throws Exception {
        open(choice, language);
        server.failNext(MemorySession.refusal(ErrorCode.STORAGE_FULL, Optional.empty()));
        Files.createDirectories(folder.resolve("saved"));
        Files.createFile(folder.resolve("saved/sea.png"));
        Files.createFile(folder.resolve("saved/beach.png"));
        for (String name : List.of("full.png", "beach.png", "sea.png", "done.png")) {
            selected.add(server.put(name));
        }
        key(KeyCode.S, true);
        Fx.await(
                "all have ended",
                () -> page.lookupAll(".transfer-list .trouble").size() == 3);

        check(stage.getScene(), choice);
    }
}
