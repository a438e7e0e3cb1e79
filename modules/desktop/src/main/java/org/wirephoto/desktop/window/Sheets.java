package org.wirephoto.desktop.window;

import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.wirephoto.desktop.shell.Theme;

/** Opens small windows over the large one, which waits for them. On the UI thread. */
public final class Sheets {
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 360;

    private final Stage owner;
    private final Theme theme;

    /** Over a window, in the colours of a theme. */
    public Sheets(Stage owner, Theme theme) {
        this.owner = owner;
        this.theme = theme;
    }

    /** The window that the others lie over. */
    public Stage owner() {
        return owner;
    }

    /**
     * Opens a window, and returns at once. Escape closes it.
     *
     * @param content makes what is in it, and is given what closes it
     */
    public Stage open(String title, Function<Runnable, Region> content) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        stage.getIcons().setAll(owner.getIcons());
        Region region = content.apply(stage::close);
        region.getStyleClass().add("sheet-window");
        Scene scene = new Scene(region);
        theme.dress(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setScene(scene);
        place(stage, region);
        stage.show();
        // Smaller, and what is in it would lie over itself.
        stage.setMinWidth(Math.min(stage.getWidth(), LEAST_WIDTH));
        stage.setMinHeight(Math.min(stage.getHeight(), LEAST_HEIGHT));
        scene.addPostLayoutPulseListener(() -> grow(stage, region));
        return stage;
    }

    /** In the middle of the large window, as far as the screen goes. */
    private void place(Stage stage, Region region) {
        region.applyCss();
        region.layout();
        double width = region.prefWidth(Region.USE_COMPUTED_SIZE);
        double height = region.prefHeight(width);
        Rectangle2D screen =
                Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        stage.setX(inside(owner.getX() + (owner.getWidth() - width) / 2, width, screen.getMinX(), screen.getMaxX()));
        stage.setY(inside(owner.getY() + (owner.getHeight() - height) / 2, height, screen.getMinY(), screen.getMaxY()));
    }

    /** What is told later may need more room than there was. */
    private static void grow(Stage stage, Region region) {
        double missing = region.minHeight(region.getWidth()) - region.getHeight();
        if (missing >= 1) {
            stage.setHeight(stage.getHeight() + missing);
        }
    }

    private static double inside(double wanted, double size, double from, double to) {
        return Math.max(from, Math.min(wanted, to - size));
    }

    /** Gives a dialog the owner and the colours of these windows. */
    public void dress(Dialog<?> dialog) {
        dialog.initOwner(owner);
        theme.dress(dialog.getDialogPane().getScene());
    }
}
