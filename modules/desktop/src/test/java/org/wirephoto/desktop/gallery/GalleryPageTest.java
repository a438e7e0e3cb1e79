package org.wirephoto.desktop.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.desktop.Fx;
import org.wirephoto.desktop.demo.SamplePictures;
import org.wirephoto.desktop.picture.PictureFiles;
import org.wirephoto.desktop.picture.PictureStore;
import org.wirephoto.desktop.session.BackgroundWork;
import org.wirephoto.desktop.session.FakeSession;
import org.wirephoto.desktop.session.Images;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.settings.Settings;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.desktop.text.Wording;

/** The gallery as it is drawn, on a screen that is nowhere. */
class GalleryPageTest {
    private static final int MANY = 1000;

    @TempDir
    static Path samples;

    @TempDir
    Path folder;

    private final List<RemoteImage> images = Images.many(MANY);
    private final FakeSession session = new FakeSession(images);
    private final BackgroundWork work = new BackgroundWork(javafx.application.Platform::runLater);
    private final List<RemoteImage> opened = new ArrayList<>();
    private PictureStore<Image> pictures;
    private GalleryModel model;
    private GalleryPage page;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        byte[] thumbnail = thumbnail();
        images.forEach(image -> session.rendering(image, thumbnail));
        Fx.run(() -> {
            Texts texts = Texts.of(Locale.ENGLISH);
            pictures = new PictureStore<>(
                    session,
                    new PictureFiles(folder.resolve("pictures"), 1 << 20, Clock.systemUTC()),
                    new FxPictures(),
                    work,
                    4,
                    1 << 26);
            model = new GalleryModel(session, work, javafx.application.Platform::runLater, new GalleryListener() {
                @Override
                public void changed(Happened happened) {}

                @Override
                public void lost(Trouble trouble) {}
            });
            page = new GalleryPage(
                    model,
                    pictures,
                    texts,
                    new Wording(texts, ZoneOffset.UTC),
                    Settings.load(folder.resolve("settings")),
                    opened::add,
                    new Label());
            stage = new Stage();
            stage.setScene(new Scene(page, 900, 600));
            stage.show();
            model.open();
        });
        Fx.await("all are listed", () -> model.stateProperty().get() instanceof GalleryState.Listed);
        settle();
    }

    private void settle() throws Exception {
        Fx.laidOut(stage.getScene());
        Fx.await("no picture is waited for", () -> pictures.inFlight() == 0);
        Fx.laidOut(stage.getScene());
    }

    private static byte[] thumbnail() throws Exception {
        Path file = samples.resolve("Noon_by_the_sea.png");
        if (!Files.exists(file)) {
            SamplePictures.draw(samples);
        }
        return Files.readAllBytes(file);
    }

    @AfterEach
    void close() throws Exception {
        // Those on their way would be written into a folder that is being deleted.
        Fx.await("no picture is waited for", () -> pictures.inFlight() == 0);
        Fx.run(() -> {
            model.close();
            stage.close();
        });
        work.close();
    }

    private List<ImageCell> cells() {
        return page.lookupAll(".image-cell").stream()
                .map(ImageCell.class::cast)
                .filter(cell -> cell.getItem() != null && cell.getParent().isVisible())
                .sorted(java.util.Comparator.comparingInt(ImageCell::getIndex))
                .toList();
    }

    private List<String> shown() throws Exception {
        return Fx.get(
                () -> cells().stream().map(cell -> cell.getItem().name().text()).toList());
    }

    private void press(int index, MouseButton button, int clicks, boolean shift, boolean control) throws Exception {
        Fx.run(() -> {
            Node cell = cells().stream()
                    .filter(each -> each.getIndex() == index)
                    .findFirst()
                    .orElseThrow();
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                Event.fireEvent(
                        cell,
                        new MouseEvent(
                                type, 5, 5, 5, 5, button, clicks, shift, control, false, false, true, false, false,
                                false, false, true, null));
            }
        });
    }

    private void key(KeyCode code, boolean shift, boolean control) throws Exception {
        Fx.run(() -> Event.fireEvent(
                page.lookup(".gallery-grid"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
    }

    private List<String> selected() throws Exception {
        return Fx.get(() -> model.selection().images().stream()
                .map(image -> image.name().text())
                .toList());
    }

    @Test
    void asksForPicturesInSightAndNoOthers() throws Exception {
        assertThat(shown()).hasSizeBetween(8, 40).startsWith("img-00999.png");
        assertThat(session.asked())
                .hasSizeLessThan(60)
                .contains("img-00999.png")
                .doesNotContain("img-00000.png");
    }

    @Test
    void scrollsAsFarAsTheKeyboardGoes() throws Exception {
        key(KeyCode.END, false, false);
        settle();
        assertThat(selected()).containsExactly("img-00000.png");
        assertThat(shown()).contains("img-00000.png").doesNotContain("img-00999.png");
        assertThat(session.asked()).hasSizeLessThan(200);
    }

    @Test
    void selectsWithTheMouseAsAFileManagerDoes() throws Exception {
        press(1, MouseButton.PRIMARY, 1, false, false);
        press(3, MouseButton.PRIMARY, 1, true, false);
        press(0, MouseButton.PRIMARY, 1, false, true);
        assertThat(selected())
                .containsExactlyInAnyOrder("img-00999.png", "img-00998.png", "img-00997.png", "img-00996.png");
        assertThat(Fx.get(() -> cells().stream().filter(ImageCell::isSelected).count()))
                .isEqualTo(4);
        press(2, MouseButton.PRIMARY, 1, false, false);
        assertThat(selected()).containsExactly("img-00997.png");
    }

    @Test
    void opensWithTwoClicksAndWithEnter() throws Exception {
        press(2, MouseButton.PRIMARY, 2, false, false);
        key(KeyCode.RIGHT, false, false);
        key(KeyCode.ENTER, false, false);
        assertThat(opened).extracting(image -> image.name().text()).containsExactly("img-00997.png", "img-00996.png");
    }

    @Test
    void whatArrivesIsDrawnInItsPlace() throws Exception {
        RemoteImage image = Images.image("new.png", 5000);
        session.rendering(image, thumbnail());
        session.saved(image);
        Fx.await("it is here", () -> model.images().getFirst().equals(image));
        settle();
        assertThat(shown()).startsWith("new.png", "img-00999.png");
        session.deleted(image);
        Fx.await("it is gone", () -> !model.images().contains(image));
        settle();
        assertThat(shown()).startsWith("img-00999.png");
    }

    @Test
    void whatOneLooksAtStaysWhereItIsWhileOthersComeAndGoAboveIt() throws Exception {
        key(KeyCode.END, false, false);
        key(KeyCode.PAGE_UP, false, false);
        settle();
        String first = shown().get(shown().size() / 2);
        double top = topOf(first);
        int columns = Fx.get(() -> (int) cells().stream()
                .filter(cell -> cell.getParent().equals(cells().getFirst().getParent()))
                .count());
        for (int i = 0; i < 3 * columns; i++) {
            session.saved(Images.image("new-" + i + ".png", 5000 + i));
        }
        Fx.await("they are here", () -> model.images().size() == MANY + 3 * columns);
        settle();
        assertThat(topOf(first)).isCloseTo(top, within(1.0));
        for (int i = 0; i < 5 * columns; i++) {
            session.deleted(images.get(MANY - 1 - i));
        }
        Fx.await("they are gone", () -> model.images().size() == MANY - 2 * columns);
        settle();
        assertThat(topOf(first)).isCloseTo(top, within(1.0));
        assertThat(selected()).as("what is selected stays so, too").hasSize(1);
    }

    private double topOf(String name) throws Exception {
        return Fx.get(() -> cells().stream()
                .filter(cell -> cell.getItem().name().text().equals(name))
                .map(cell -> Math.rint(cell.localToScene(0, 0).getY()))
                .findFirst()
                .orElse(-1.0));
    }

    @Test
    void whoIsAtTheBeginningSeesWhatArrives() throws Exception {
        session.saved(Images.image("new.png", 5000));
        Fx.await("it is here", () -> model.images().size() == MANY + 1);
        settle();
        assertThat(shown()).startsWith("new.png");
    }

    @Nested
    class RubberBand {
        private final Robot robot;

        RubberBand() throws Exception {
            robot = Fx.get(Robot::new);
        }

        /** A place in the empty space before or behind a cell, on the screen. */
        private Point2D beside(int index, double x, double y) throws Exception {
            return Fx.get(() -> {
                Node cell = cells().stream()
                        .filter(each -> each.getIndex() == index)
                        .findFirst()
                        .orElseThrow();
                return cell.localToScreen(
                        x < 0 ? -3 : cell.getBoundsInLocal().getWidth() + 3,
                        y < 0 ? -3 : cell.getBoundsInLocal().getHeight() + 3);
            });
        }

        private void drag(Point2D from, Point2D to) throws Exception {
            Fx.run(() -> {
                robot.mouseMove(from);
                robot.mousePress(MouseButton.PRIMARY);
            });
            for (int step = 1; step <= 4; step++) {
                Point2D at = from.interpolate(to, step / 4.0);
                Fx.run(() -> robot.mouseMove(at));
            }
        }

        private void release() throws Exception {
            Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        }

        @Test
        void selectsWhatItIsDrawnOver() throws Exception {
            press(3, MouseButton.PRIMARY, 1, false, false);
            drag(beside(0, -1, -1), beside(1, 1, 1));
            Fx.await("two are selected", () -> model.selection().size() == 2);
            assertThat(Fx.get(() -> page.lookup(".rubber-band").isVisible())).isTrue();
            assertThat(selected()).containsExactly("img-00999.png", "img-00998.png");
            release();
            assertThat(Fx.get(() -> page.lookup(".rubber-band").isVisible())).isFalse();
            assertThat(selected()).hasSize(2);
        }

        @Test
        void withCtrlItAdds() throws Exception {
            press(3, MouseButton.PRIMARY, 1, false, false);
            // The robot of the headless platform knows no keys that are held.
            Point2D from = inGrid(beside(0, -1, -1));
            Point2D to = inGrid(beside(0, 1, 1));
            fire(MouseEvent.MOUSE_PRESSED, from);
            fire(MouseEvent.MOUSE_DRAGGED, to);
            fire(MouseEvent.MOUSE_RELEASED, to);
            assertThat(selected()).containsExactly("img-00996.png", "img-00999.png");
        }

        private Point2D inGrid(Point2D onScreen) throws Exception {
            return Fx.get(() -> page.lookup(".gallery-grid").screenToLocal(onScreen));
        }

        private void fire(EventType<MouseEvent> type, Point2D at) throws Exception {
            Fx.run(() -> Event.fireEvent(
                    page.lookup(".gallery-grid"),
                    new MouseEvent(
                            type,
                            at.getX(),
                            at.getY(),
                            at.getX(),
                            at.getY(),
                            MouseButton.PRIMARY,
                            1,
                            false,
                            true,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            false,
                            null)));
        }

        @Test
        void aClickBesideTheImagesSelectsNothing() throws Exception {
            press(3, MouseButton.PRIMARY, 1, false, false);
            drag(beside(0, -1, -1), beside(0, -1, -1));
            release();
            assertThat(selected()).isEmpty();
        }

        @Test
        void atTheEdgeTheGridScrollsOn() throws Exception {
            Point2D from = beside(0, -1, -1);
            Point2D below = Fx.get(() -> {
                Node grid = page.lookup(".gallery-grid");
                return grid.localToScreen(
                        grid.getBoundsInLocal().getWidth() - 25,
                        grid.getBoundsInLocal().getHeight() - 2);
            });
            drag(from, below);
            Fx.await(
                    "more is selected than was in sight",
                    () -> model.selection().size() > 18);
            release();
        }
    }

    @Test
    void anEmptyGallerySaysWhatToDo() throws Exception {
        session.replaceAll(List.of());
        Fx.run(() -> model.reload());
        Fx.await(
                "nothing is listed",
                () -> model.stateProperty().get().equals(new GalleryState.Listed(0, false, false)));
        assertThat(Fx.get(() -> page.lookup(".placeholder-title") instanceof Label label ? label.getText() : ""))
                .isEqualTo("No images here yet");
    }

    @Test
    void anImageWithoutAPictureShowsItsType() throws Exception {
        RemoteImage raw = Images.image("raw.heic", 9000, org.wirephoto.protocol.ImageType.HEIC, 10, 10);
        session.saved(raw);
        Fx.await("it is here", () -> model.images().getFirst().equals(raw));
        settle();
        Optional<String> type = Fx.get(() -> cells().getFirst().lookupAll(".tile-type").stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .findFirst());
        assertThat(type).contains("HEIC");
    }

    @Test
    void theSameBytesAreFetchedOnce() throws Exception {
        key(KeyCode.END, false, false);
        settle();
        int before = session.asked().size();
        key(KeyCode.HOME, false, false);
        settle();
        assertThat(session.asked().size() - before).isLessThan(30);
    }
}
