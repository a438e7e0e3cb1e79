package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
        desktop.tidy();
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

    private static void paste(ClipboardContent content) throws Exception {
        HeadlessFx.run(() -> Clipboard.getSystemClipboard().setContent(content));
        desktop.press(KeyCode.V, Held.CTRL);
    }

    @Test
    void aPictureFromTheClipboardArrivesAsAPng() throws Exception {
        int[] pixels = TestImages.pixels(TestImages.photo(ImageType.PNG, 30, 20, 77));
        WritableImage picture = new WritableImage(30, 20);
        picture.getPixelWriter().setPixels(0, 0, 30, 20, PixelFormat.getIntArgbInstance(), pixels, 0, 30);
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture);

        paste(content);
        sheet().row(".png").shows("PNG");
        sheet().write(sheet().name("Name for Screenshot_"), "Shot of it.png");
        sheet().press("Send 1 image");
        desktop.transfers().row("Shot_of_it.png").shows("Sent");

        byte[] arrived = second.bytes("Shot_of_it.png");
        assertThat(arrived).startsWith(0x89, 'P', 'N', 'G');
        assertThat(TestImages.pixels(arrived)).isEqualTo(pixels);
    }

    @Test
    void filesFromTheClipboardComeOntoTheSheet() throws Exception {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file("copied.png", picture(ImageType.PNG)).toFile()));

        paste(content);

        sheet().row("Name for copied.png").shows("copied.png");
    }

    @Test
    void aClipboardWithoutAnImageIsSaidToHaveNone() throws Exception {
        ClipboardContent content = new ClipboardContent();
        content.putString("no image");

        paste(content);

        desktop.window().shows("There is no image in the clipboard.");
    }

    @Test
    void namesAreJudgedAsTheyAreTypedAndOneClickMendsThem() throws Exception {
        desktop.drop(file("lake.png", picture(ImageType.PNG)));
        String field = "Name for lake.png";
        Sight row = sheet().row(field).appears();

        row.write(field, "");
        row.shows("The image needs a name.");
        sheet().shows("1 name needs your attention.");
        row.write(field, "what?.png");
        row.shows("This name can’t be used");
        row.write(field, "lake");
        row.shows("The name needs an extension");
        row.press("Call it lake.png");
        row.shows("from lake.png");
        row.write(field, "lake.jpg");
        row.shows("The extension does not match what the file is.");
        assertThat(sheet().buttons()).doesNotContain("Send 1 image");
        row.press("Call it lake.png");
        row.showsNoMore("The extension does not match");
        assertThat(row.written(field)).isEqualTo("lake.png");
        sheet().press("Send 1 image");

        desktop.transfers().row("lake.png").shows("Sent");
    }

    @Test
    void whatCannotBeSentIsSaidAndTheRestIsSent() throws Exception {
        Path letter = file("letter.png", "Dear reader".getBytes(StandardCharsets.US_ASCII));
        Path nothing = file("nothing.png", new byte[0]);
        Path large = file("large.bmp", TestImages.photo(ImageType.BMP, 400, 400, 3));
        Path fine = file("fine.png", picture(ImageType.PNG));

        desktop.drop(letter, nothing, large, fine);

        sheet().row("Name for letter.png").shows("This is not an image that the server takes.");
        sheet().row("Name for nothing.png").shows("There is nothing in this file.");
        sheet().row("Name for large.bmp").shows("This file is larger than the 400\u00a0kB that the server takes.");
        sheet().shows("3 files can’t be sent.");
        sheet().press("Send 1 image");
        desktop.transfers().row("fine.png").shows("Sent");
        second.has("fine.png", Files.readAllBytes(fine));
    }

    @Test
    void aNameThatIsTakenIsReplacedChangedOrLeftOut() throws Exception {
        byte[] old = picture(ImageType.PNG);
        for (String name : List.of("one.png", "two.png", "three.png")) {
            second.save(name, picture(ImageType.PNG));
        }
        second.save("four.png", old);
        Path one = file("one.png", picture(ImageType.PNG));
        Path two = file("two.png", picture(ImageType.PNG));
        Path four = file("four.png", picture(ImageType.PNG));

        desktop.drop(one, two, four);
        for (String name : List.of("one.png", "two.png", "four.png")) {
            sheet().row("Name for " + name).shows("There is an image of this name already.");
        }
        sheet().row("Name for one.png").press("Replace");
        sheet().row("Name for one.png").shows("Replaces the image of this name, which goes to the trash.");
        sheet().row("Name for two.png").press("Call it two-2.png");
        sheet().row("Name for four.png").press("Leave out");
        sheet().row("Name for four.png").shows("Left out.");
        sheet().press("Send 2 images");

        desktop.transfers().row("one.png").shows("Sent");
        desktop.transfers().row("two-2.png").shows("Sent");
        second.has("one.png", Files.readAllBytes(one));
        second.has("two-2.png", Files.readAllBytes(two));
        second.has("four.png", old);
        assertThat(second.isThere("four-2.png")).isFalse();
    }

    @Test
    void aNameThatIsTakenWhileTheSheetIsOpenIsAskedAboutAmongTheTransfers() throws Exception {
        byte[] theirs = picture(ImageType.PNG);
        Path ours = file("race.png", picture(ImageType.PNG));
        second.save("before.png", theirs);
        desktop.drop(ours, file("before.png", picture(ImageType.PNG)));
        // The server is asked for both at once: now the other name is known to be free.
        sheet().row("Name for before.png").shows("There is an image of this name already.");
        sheet().row("Name for before.png").press("Leave out");
        second.save("race.png", theirs);
        sheet().press("Send 1 image");

        Sight row = desktop.transfers().row("race.png");
        row.shows("There is an image of this name already.");
        row.press("Keep both");

        desktop.transfers().row("race-2.png").shows("Sent");
        second.has("race.png", theirs);
        second.has("race-2.png", Files.readAllBytes(ours));
    }

    @Test
    void thePlaceIsLeftOutWhenAskedAndThePictureStaysAsItIs() throws Exception {
        String place = "At the lighthouse";
        byte[] taken = TestImages.placedPhoto(64, 48, 5, place);
        assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains(place);
        Path file = file("secret.jpg", taken);

        desktop.drop(file);
        sheet().row("Name for secret.jpg").appears();
        sheet().press("Leave out location and other metadata");
        sheet().press("Send 1 image");
        desktop.transfers().row("secret.jpg").shows("Sent");

        byte[] arrived = second.bytes("secret.jpg");
        assertThat(new String(arrived, StandardCharsets.ISO_8859_1)).doesNotContain(place, "Exif");
        assertThat(TestImages.pixels(arrived)).isEqualTo(TestImages.pixels(taken));
        assertThat(Files.readAllBytes(file)).isEqualTo(taken);
        assertThat(desktop.temporary()).noneMatch(path -> path.toString().endsWith(".jpg"));

        desktop.drop(file("open.jpg", taken));
        sheet().press("Leave out location and other metadata"); // remembered, so this takes it back
        sheet().press("Send 1 image");
        desktop.transfers().row("open.jpg").shows("Sent");
        second.has("open.jpg", taken);
    }

    @Test
    void aThousandAtOnceLeaveTheWindowUsableAndAllArrive() throws Exception {
        int many = 1_000;
        long before = second.count();
        for (int i = 0; i < many; i++) {
            file("thousand/image-" + i + ".png", TestImages.photo(ImageType.PNG, 8, 6, 10_000 + i));
        }
        try (HeadlessFx.Patience patience = new HeadlessFx.Patience()) {
            desktop.drop(folder.resolve("thousand"));
            sheet().press("Send 1,000 images");
            desktop.sheet().goes();
            desktop.transfers().shows("on their way");
            second.awaitCount(before + many);
            desktop.window().shows(String.format(Locale.ROOT, "%,d images", before + many));
            assertThat(patience.mostWork()).isLessThan(Duration.ofSeconds(1));
            assertThat(patience.longest()).isLessThan(Duration.ofSeconds(10));
            System.err.println("PATIENCE " + patience.mostWork() + " " + patience.longest());
        }
        for (int i = 0; i < many; i += 111) {
            second.has("image-" + i + ".png", Files.readAllBytes(folder.resolve("thousand/image-" + i + ".png")));
        }
    }
}
