package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.TransferControl;
import org.wirephoto.integration.Hands.Held;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** Sending with the desktop program: dropped and pasted, with what the sheet says of each file. */
class DesktopSendIT {
    private static final int MOST_BYTES = 400_000;

    @TempDir
    static Path data;

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    private static ServerProcess server;
    private static SecondClient second;
    private static DesktopProgram desktop;
    private static int seed;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(data, "--max-filesize", "" + MOST_BYTES);
        second = SecondClient.of(server);
        desktop = DesktopProgram.in(home, server.invite().link());
    }

    @AfterAll
    static void stop() throws Exception {
        desktop.close();
        second.close();
        server.close();
    }

    @AfterEach
    void leaveNothingOpen() throws Exception {
        desktop.closeSheets();
    }

    private static byte[] picture(ImageType type) {
        return TestImages.photo(type, 60, 40, ++seed);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static Sight sheet() throws Exception {
        return desktop.sheet().shows("Send images");
    }

    @Test
    void whatIsDroppedArrivesUnderTheNamesThatTheSheetShows() throws Exception {
        Path beach = file("Beach at noon.png", picture(ImageType.PNG));
        Path pier = file("holiday/day 1/pier.jpg", picture(ImageType.JPEG));
        Path dune = file("holiday/dune.gif", picture(ImageType.GIF));
        file("holiday/notes.txt", "no image".getBytes(StandardCharsets.US_ASCII));

        assertThat(desktop.drop(beach, folder.resolve("holiday"))).isTrue();
        sheet().row("Name for Beach at noon.png").shows("Beach_at_noon.png");
        sheet().row("Name for pier.jpg").shows("pier.jpg");
        sheet().row("Name for dune.gif").shows("dune.gif");
        sheet().press("Send 3 images");
        desktop.sheet().goes();

        desktop.transfers().row("Beach_at_noon.png").shows("Sent");
        desktop.transfers().row("pier.jpg").shows("Sent");
        desktop.transfers().row("dune.gif").shows("Sent");
        second.has("Beach_at_noon.png", Files.readAllBytes(beach));
        second.has("pier.jpg", Files.readAllBytes(pier));
        second.has("dune.gif", Files.readAllBytes(dune));
        desktop.image("Beach_at_noon.png").appears();
    }
}
