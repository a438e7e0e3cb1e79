package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.integration.Hands.Held;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** Fetching with the desktop program: into a folder, by name, and for other programs. */
class DesktopFetchIT {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 60, 40, 1);
    private static final byte[] PIER = TestImages.photo(ImageType.JPEG, 60, 40, 2);
    private static final byte[] DUNE = TestImages.photo(ImageType.GIF, 60, 40, 3);

    @TempDir
    static Path data;

    @TempDir
    static Path home;

    private static ServerProcess server;
    private static SecondClient second;
    private static DesktopProgram desktop;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(data);
        second = SecondClient.of(server);
        second.save("beach.png", BEACH);
        second.save("pier.jpg", PIER);
        second.save("dune.gif", DUNE);
        desktop = DesktopProgram.in(home, server.invite().link());
    }

    @AfterAll
    static void stop() throws Exception {
        desktop.close();
        second.close();
        server.close();
    }

    @AfterEach
    void tidy() throws Exception {
        desktop.tidy();
        Files.createDirectories(desktop.saved());
        try (var files = Files.list(desktop.saved())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path saved(String name) {
        return desktop.saved().resolve(name);
    }

    private static Path occupied(String name) throws Exception {
        Files.createDirectories(desktop.saved());
        return Files.writeString(saved(name), "somebody's own");
    }

    @Test
    void whatIsSelectedIsSaved() throws Exception {
        desktop.select("beach.png");
        desktop.window().press("Save");

        desktop.transfers().row("beach.png").shows("Saved in");
        assertThat(saved("beach.png")).hasBinaryContent(BEACH);
        assertThat(saved("pier.jpg")).doesNotExist();
    }

    @Test
    void severalAreSavedAtOnce() throws Exception {
        desktop.select("beach.png", "dune.gif");
        desktop.press(KeyCode.S, Held.CTRL);

        desktop.transfers().row("beach.png").shows("Saved in");
        desktop.transfers().row("dune.gif").shows("Saved in");
        assertThat(saved("beach.png")).hasBinaryContent(BEACH);
        assertThat(saved("dune.gif")).hasBinaryContent(DUNE);
        assertThat(saved("pier.jpg")).doesNotExist();
    }

    @Test
    void aFileThatIsThereStaysAndTheImageGetsANumberWhenAsked() throws Exception {
        Path own = occupied("beach.png");
        desktop.select("beach.png");
        desktop.press(KeyCode.S, Held.CTRL);

        Sight row = desktop.transfers().row("beach.png");
        row.shows("There is a file of this name already.");
        assertThat(own).hasContent("somebody's own");
        row.press("Keep both");

        desktop.transfers().row("beach-2.png").shows("Saved in");
        assertThat(own).hasContent("somebody's own");
        assertThat(saved("beach-2.png")).hasBinaryContent(BEACH);
    }

    @Test
    void aFileThatIsThereGoesOnlyWhenAPersonSaysSo() throws Exception {
        Path own = occupied("pier.jpg");
        desktop.select("pier.jpg");
        desktop.press(KeyCode.S, Held.CTRL);

        desktop.transfers().row("pier.jpg").shows("There is a file of this name already.");
        desktop.transfers().row("pier.jpg").press("Replace");

        desktop.transfers().row("pier.jpg").shows("Saved in");
        assertThat(own).hasBinaryContent(PIER);
    }

    @Test
    void theOriginalsWayWorksTypeANameAndPressGet() throws Exception {
        desktop.press(KeyCode.G, Held.CTRL);
        desktop.sheet().write("Name of the image", "peer.jpg");
        desktop.sheet().press("Get");
        desktop.sheet().shows("There is no image called peer.jpg.");
        desktop.sheet().press("Get pier.jpg");

        desktop.transfers().row("pier.jpg").shows("Saved in");
        assertThat(saved("pier.jpg")).hasBinaryContent(PIER);
    }

    @Test
    void aCopyIsForOtherPrograms() throws Exception {
        desktop.select("beach.png");
        desktop.press(KeyCode.C, Held.CTRL);
        desktop.window().shows("Copied to the clipboard.");

        List<File> files = HeadlessFx.get(() -> Clipboard.getSystemClipboard().getFiles());
        assertThat(files).singleElement().satisfies(file -> assertThat(file)
                .hasName("beach.png")
                .hasBinaryContent(BEACH));
        Image picture = HeadlessFx.get(() -> Clipboard.getSystemClipboard().getImage());
        assertThat(picture.getWidth()).isEqualTo(60);
        assertThat(picture.getHeight()).isEqualTo(40);
    }

    @Test
    void theSystemsViewerOpensACopyOfIt() throws Exception {
        desktop.select("dune.gif");
        desktop.press(KeyCode.E, Held.CTRL);

        HeadlessFx.await("it is opened", () -> !desktop.opened().isEmpty());
        assertThat(desktop.opened().getLast()).hasFileName("dune.gif").hasBinaryContent(DUNE);
    }
}
