package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.integration.Hands.Held;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;
import org.wirephoto.testkit.TestImages;

/** What a person does with transfers that take a while, and what becomes of them when the server goes. */
class DesktopTransfersIT {
    private static final int LARGE = 24_000_000;
    private static final int HELD_AFTER = 6_000_000;

    @TempDir
    static Path data;

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    private static ServerProcess server;
    private static Relay relay;
    private static SecondClient second;
    private static DesktopProgram desktop;
    private static int seed;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(data);
        relay = new Relay();
        relay.to(server.port());
        second = SecondClient.of(server);
        desktop = DesktopProgram.in(home, invite());
    }

    @AfterAll
    static void stop() throws Exception {
        desktop.close();
        relay.close();
        second.close();
        server.close();
    }

    @AfterEach
    void tidy() throws Exception {
        relay.release();
        desktop.tidy();
    }

    private static String invite() throws IOException {
        Invite own = server.invite();
        return new Invite(new ServerAddress("127.0.0.1", relay.port()), own.fingerprint(), own.key()).link();
    }

    private static byte[] large() throws IOException {
        try (InputStream in = TestImages.huge(ImageType.BMP, LARGE, ++seed)) {
            return in.readAllBytes();
        }
    }

    /** Sends an image, of which a part only reaches the server for now. */
    private static Sight halfSent(DesktopProgram desktop, Path file) throws Exception {
        relay.holdAfter(HELD_AFTER);
        desktop.drop(file);
        desktop.sheet().press("Send 1 image");
        assertThat(relay.awaitHeld(60, TimeUnit.SECONDS)).isTrue();
        return desktop.transfers().row(file.getFileName().toString());
    }

    /** Fetches an image, of which a part only comes for now. */
    private static Sight halfFetched(String name) throws Exception {
        relay.holdAfter(HELD_AFTER);
        desktop.press(KeyCode.G, Held.CTRL);
        desktop.sheet().write("Name of the image", name);
        desktop.sheet().press("Get");
        assertThat(relay.awaitHeld(60, TimeUnit.SECONDS)).isTrue();
        HeadlessFx.await("a part of it is here", () -> !inFolder().isEmpty());
        desktop.closeSheets();
        return desktop.transfers().row(name);
    }

    /** What lies on the server's disk of images that are on their way. */
    private static long kept() throws IOException {
        try (var files = Files.walk(data.resolve("incoming"))) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }

    private static List<Path> inFolder() throws IOException {
        Files.createDirectories(desktop.saved());
        try (var files = Files.list(desktop.saved())) {
            return files.toList();
        }
    }

    @Test
    void aSendThatIsPausedGoesOn() throws Exception {
        byte[] image = large();
        Sight row = halfSent(desktop, Files.write(folder.resolve("paused.bmp"), image));
        row.shows(" of 24.0\u00a0MB");
        row.press("Pause");
        row.shows("Paused");
        relay.release();
        assertThat(second.isThere("paused.bmp")).isFalse();
        row.press("Go on");

        row.shows("Sent");
        second.has("paused.bmp", image);
    }

    @Test
    void aSendThatIsCancelledSendsNothingUntilItIsTriedAgain() throws Exception {
        byte[] image = large();
        Sight row = halfSent(desktop, Files.write(folder.resolve("cancelled.bmp"), image));
        row.press("Cancel");
        row.shows("Cancelled");
        relay.release();
        assertThat(second.isThere("cancelled.bmp")).isFalse();
        row.press("Try again");

        row.shows("Sent");
        second.has("cancelled.bmp", image);
    }

    @Test
    void aFetchThatIsPausedFetchesTheRestAlone() throws Exception {
        byte[] image = large();
        second.save("halves.bmp", image);
        Sight row = halfFetched("halves.bmp");
        row.press("Pause");
        row.shows("Paused");
        assertThat(inFolder())
                .singleElement()
                .satisfies(part -> assertThat(part).hasExtension("part"));
        relay.release();
        long before = relay.fromServer();
        row.press("Go on");

        row.shows("Saved in");
        assertThat(inFolder())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(image));
        assertThat(relay.fromServer() - before).isLessThan(LARGE);
        Files.delete(desktop.saved().resolve("halves.bmp"));
    }

    @Test
    void aFetchThatIsCancelledLeavesNothingBehind() throws Exception {
        second.save("unwanted.bmp", large());
        Sight row = halfFetched("unwanted.bmp");
        row.press("Cancel");
        row.shows("Cancelled");
        HeadlessFx.await("nothing is left", () -> inFolder().isEmpty());
        relay.release();
        row.press("Try again");
        row.shows("Saved in");
        Files.delete(desktop.saved().resolve("unwanted.bmp"));
    }

    @Test
    void aFetchThatIsCancelledAfterAPauseLeavesNothingBehind() throws Exception {
        second.save("changed-mind.bmp", large());
        Sight row = halfFetched("changed-mind.bmp");
        row.press("Pause");
        row.shows("Paused");
        assertThat(inFolder()).isNotEmpty();
        row.press("Cancel");

        HeadlessFx.await("nothing is left", () -> inFolder().isEmpty());
    }

    @Test
    void aServerThatIsKilledMeanwhileGetsTheRestWhenItIsBack() throws Exception {
        byte[] image = large();
        Sight row = halfSent(desktop, Files.write(folder.resolve("survivor.bmp"), image));
        HeadlessFx.await("the server has kept a part of it", () -> kept() > 1_000_000);
        int port = server.port();
        server.close();
        relay.release();
        desktop.window().shows("The connection is lost");
        server = ServerProcess.startAt(port, data);
        long before = relay.toServer();

        row.shows("Sent");
        assertThat(relay.toServer() - before).isLessThan(LARGE);
        second.close();
        second = SecondClient.of(server);
        second.has("survivor.bmp", image);
        desktop.window().showsNoMore("The connection is lost");
        second.save("afterwards.png", TestImages.photo(ImageType.PNG, 60, 40, 1));
        desktop.image("afterwards.png").appears();
    }

    @Test
    void closingTheWindowMeanwhileAsks() throws Exception {
        DesktopProgram other = DesktopProgram.in(folder.resolve("home"), invite());
        try {
            halfSent(other, Files.write(folder.resolve("closing.bmp"), large()));
            Hands.closeWindow(other.stage());
            other.sheet().shows("Images are still on their way");
            other.sheet().press("Stay");
            other.sheet().goes();
            assertThat(HeadlessFx.get(other.stage()::isShowing)).isTrue();

            Hands.closeWindow(other.stage());
            other.sheet().press("Leave anyway");
            HeadlessFx.await("the window is closed", () -> !other.stage().isShowing());
        } finally {
            other.close();
        }
    }
}
