package org.wirephoto.desktop.window;

import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.wirephoto.desktop.shell.Theme;

/** Opens small windows over the large one, which waits for them. On the UI thread. */
public final class Sheets {
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
        stage.show();
        return stage;
    }

    /** Gives a dialog the owner and the colours of these windows. */
    public void dress(Dialog<?> dialog) {
        dialog.initOwner(owner);
        theme.dress(dialog.getDialogPane().getScene());
    }
}
