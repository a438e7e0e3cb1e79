package org.wirephoto.desktop.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.wirephoto.desktop.notice.PaneNotices;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.settings.Settings;

/** The window: one page, notices over it, and sometimes something over all of it. Remembers its size and place. */
public final class MainWindow {
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 760;
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 420;
    private static final double IN_SIGHT = 80;
    private static final Duration REST = Duration.ofMillis(300);
    private static final double[] ICONS = {16, 32, 64, 128};

    private final Stage stage;
    private final Settings settings;
    private final Work work;
    private final PaneNotices notices = new PaneNotices();
    private final StackPane page = new StackPane();
    private final StackPane layers = new StackPane();
    private final VBox column = new VBox(page);
    private Job resting = Job.none();

    /** A window with nothing in it that is not shown yet. */
    public MainWindow(Stage stage, Theme theme, Settings settings, Work work) {
        this.stage = stage;
        this.settings = settings;
        this.work = work;
        VBox.setVgrow(page, Priority.ALWAYS);
        layers.getChildren().setAll(notices.over(column));
        Scene scene = new Scene(layers, WIDTH, HEIGHT);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle("Wirephoto");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        restore();
        for (Observable bound : List.of(
                stage.xProperty(),
                stage.yProperty(),
                stage.widthProperty(),
                stage.heightProperty(),
                stage.maximizedProperty())) {
            bound.subscribe(this::moved);
        }
    }

    /** A window is moved and drawn larger in many small steps, and a maximised one has its new size before it is one. */
    private void moved() {
        resting.cancel();
        resting = work.after(REST, this::remember);
    }

    /** Where to tell of what happened. */
    public PaneNotices notices() {
        return notices;
    }

    /** The window as JavaFX knows it. */
    public Stage stage() {
        return stage;
    }

    /** Shows the window. */
    public void show() {
        stage.show();
        for (double size : ICONS) {
            stage.getIcons().add(AppIcon.draw(size));
        }
    }

    /** Shows a page in place of the one before. */
    public void page(Node node, String title) {
        page.getChildren().setAll(node);
        stage.setTitle(title.isEmpty() ? "Wirephoto" : title + " \u2013 Wirephoto");
    }

    /** Puts something above the page that stays when the page changes, or nothing any more. */
    public void banner(Optional<Node> node) {
        column.getChildren().setAll(page);
        node.ifPresent(column.getChildren()::addFirst);
    }

    /** Shows something over the page, or nothing any more. */
    public void over(Optional<Node> node) {
        Node content = layers.getChildren().getFirst();
        layers.getChildren().setAll(content);
        content.setDisable(node.isPresent());
        content.setVisible(node.isEmpty());
        node.ifPresent(layers.getChildren()::add);
    }

    /** Puts a sheet over everything, whatever that is. */
    public void cover(Node sheet) {
        layers.getChildren().add(sheet);
    }

    /** Takes such a sheet away. */
    public void uncover(Node sheet) {
        layers.getChildren().remove(sheet);
    }

    /** Fills the screen, or no longer. */
    public void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    private void restore() {
        OptionalDouble x = settings.number("window.x");
        OptionalDouble y = settings.number("window.y");
        settings.number("window.width").ifPresent(width -> stage.setWidth(Math.max(LEAST_WIDTH, width)));
        settings.number("window.height").ifPresent(height -> stage.setHeight(Math.max(LEAST_HEIGHT, height)));
        if (x.isPresent() && y.isPresent() && isInSight(x.getAsDouble(), y.getAsDouble())) {
            stage.setX(x.getAsDouble());
            stage.setY(y.getAsDouble());
        }
        stage.setMaximized(settings.flag("window.maximized", false));
    }

    /** A screen may have gone since. */
    private static boolean isInSight(double x, double y) {
        return Screen.getScreens().stream().anyMatch(screen -> {
            Rectangle2D bounds = screen.getVisualBounds();
            return x >= bounds.getMinX()
                    && x <= bounds.getMaxX() - IN_SIGHT
                    && y >= bounds.getMinY()
                    && y <= bounds.getMaxY() - IN_SIGHT;
        });
    }

    /** Takes down where the window is, so that the next one is there. */
    public void remember() {
        if (Double.isNaN(stage.getX()) || stage.isIconified()) {
            return; // it was not shown yet, or is not where it was
        }
        settings.put("window.maximized", stage.isMaximized());
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            settings.put("window.x", Math.round(stage.getX()));
            settings.put("window.y", Math.round(stage.getY()));
            settings.put("window.width", Math.round(stage.getWidth()));
            settings.put("window.height", Math.round(stage.getHeight()));
        }
    }
}
