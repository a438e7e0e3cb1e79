package org.wirephoto.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalDouble;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.desktop.Fx;
import org.wirephoto.desktop.session.BackgroundWork;
import org.wirephoto.desktop.settings.Settings;

class MainWindowTest {
    @TempDir
    Path folder;

    private final BackgroundWork work = new BackgroundWork(Platform::runLater);

    @AfterEach
    void end() {
        work.close();
    }

    private MainWindow open(Settings settings) throws Exception {
        return Fx.get(() -> {
            MainWindow window = new MainWindow(new Stage(), new Theme(settings), settings, work);
            window.show();
            return window;
        });
    }

    @Test
    void isTakenDownWhereItRestsAndNextTimeItIsThere() throws Exception {
        Settings settings = Settings.load(folder.resolve("settings"));
        MainWindow window = open(settings);
        Fx.run(() -> {
            window.stage().setX(40);
            window.stage().setY(30);
            window.stage().setWidth(900);
            window.stage().setHeight(620);
        });
        Fx.await(
                "its size is taken down", () -> settings.number("window.height").equals(OptionalDouble.of(620)));
        Fx.run(() -> window.stage().close());
        settings.save();
        MainWindow next = open(Settings.load(folder.resolve("settings")));
        assertThat(Fx.get(() -> new double[] {
                    next.stage().getX(),
                    next.stage().getY(),
                    next.stage().getWidth(),
                    next.stage().getHeight()
                }))
                .containsExactly(40, 30, 900, 620);
        Fx.run(() -> next.stage().close());
    }

    @Test
    void whatIsFullScreenIsNotTakenForItsSize() throws Exception {
        Settings settings = Settings.load(folder.resolve("settings"));
        MainWindow window = open(settings);
        Fx.run(() -> window.stage().setWidth(900));
        Fx.await("its size is taken down", () -> settings.number("window.width").equals(OptionalDouble.of(900)));
        Fx.run(window::toggleFullScreen);
        Fx.await("it fills the screen", () -> window.stage().getWidth() != 900);
        Fx.run(window::remember);
        assertThat(settings.number("window.width")).hasValue(900);
        Fx.run(() -> window.stage().close());
    }
}
