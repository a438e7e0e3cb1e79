package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** The desktop program's image as a process, with a window on a screen that nobody sees. */
class DesktopIT {
    private static final int IMAGES = 6;

    @TempDir
    Path scratch;

    @TempDir
    Path data;

    private Path home;
    private Path temp;

    @BeforeEach
    void makeAHome() throws IOException {
        home = Files.createDirectory(scratch.resolve("home"));
        temp = Files.createDirectory(scratch.resolve("temp"));
    }

    private Image.Outcome desktop(String display, String... arguments) {
        return Image.run(
                scratch,
                "wirephoto-desktop",
                Map.of(
                        "HOME",
                        home.toString(),
                        "DISPLAY",
                        display,
                        "TMPDIR",
                        temp.toString(),
                        "WIREPHOTO_OPTS",
                        "-Duser.home=" + home + " -Djava.io.tmpdir=" + temp + " -Dprism.order=sw"),
                arguments);
    }

    @Test
    void opensItsWindowConnectsShowsThumbnailsAndEnds() throws Exception {
        try (ServerProcess server = ServerProcess.startPlain(data);
                RawConnection peer = RawConnection.plain(server);
                VirtualScreen screen = VirtualScreen.start()) {
            for (int i = 0; i < IMAGES; i++) {
                byte[] image = TestImages.photo(i % 2 == 0 ? ImageType.PNG : ImageType.JPEG, 640, 480, i);
                assertThat(peer.save("image-" + i + (i % 2 == 0 ? ".png" : ".jpg"), image)
                                .command())
                        .isEqualTo("ok");
            }
            Image.Outcome outcome =
                    desktop(screen.display(), "--plain", "--no-search", "--server", server.address(), "--measure");
            assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
            assertThat(outcome.output())
                    .contains("window after", "images " + IMAGES, "thumbnails " + IMAGES, "preview after opening");
            assertThat(outcome.errors()).isEmpty();
            assertThat(files(home)).as("no library is unpacked").noneMatch(file -> file.endsWith(".so"));
            assertThat(files(temp)).as("nothing is left behind").isEmpty();
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsToldInASentence() throws Exception {
        try (VirtualScreen screen = VirtualScreen.start()) {
            Image.Outcome outcome =
                    desktop(screen.display(), "--plain", "--no-search", "--server", "127.0.0.1:1", "--measure");
            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
            assertThat(outcome.output()).contains("failed: ").doesNotContain("Exception");
        }
    }

    @Test
    void whatNeedsNoWindowNeedsNoScreen() {
        Image.Outcome version = desktop("", "--version");
        assertThat(version.exitCode()).as(version.toString()).isZero();
        assertThat(version.output()).startsWith("wirephoto-desktop ");
        assertThat(version.errors()).isEmpty();

        Image.Outcome window = desktop(":1234567");
        assertThat(window.exitCode()).as(window.toString()).isEqualTo(1);
        assertThat(window.errors()).contains("No window can be opened here").doesNotContain("\tat ");
    }

    @Test
    void theImageBringsTheCommandLineAnEntryForTheMenuAndAnIcon() {
        assertThat(Image.desktop().resolve("bin/wirephoto")).isExecutable();
        assertThat(Image.desktop().resolve("share/applications/wirephoto.desktop"))
                .content()
                .contains("Exec=wirephoto-desktop", "Icon=wirephoto");
        assertThat(Image.desktop().resolve("share/icons/hicolor/scalable/apps/wirephoto.svg"))
                .content()
                .contains("<svg");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }
}
