package org.wirephoto.desktop;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The program with its window; the one place where its parts are put together. */
public final class DesktopApplication extends Application {
    /** For JavaFX, which makes the one that it starts. */
    public DesktopApplication() {}

    @Override
    public void start(Stage stage) {
        stage.setTitle("Wirephoto");
        stage.setScene(new Scene(new StackPane(new Label("Wirephoto")), 960, 640));
        stage.show();
        if (getParameters().getRaw().contains("--measure")) {
            Platform.exit();
        }
    }
}
