package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
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
        return Image.run(scratch, "wirephoto-desktop", environment(display), arguments);
    }

    private Map<String, String> environment(String display) {
        return Map.of(
                "HOME",
                home.toString(),
                "DISPLAY",
                display,
                "TMPDIR",
                temp.toString(),
                "WIREPHOTO_OPTS",
                "-Duser.home=" + home + " -Djava.io.tmpdir=" + temp + " -Dprism.order=sw",
                "XDG_CONFIG_HOME",
                home.resolve("configuration").toString(),
                "XDG_DATA_HOME",
                home.resolve("data").toString());
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

    /** As a desktop does it when somebody opens a wirephoto:// link, by the entry that the image brings. */
    private static List<String> opening(String link) throws IOException {
        Map<String, String> entry =
                Files.readAllLines(Image.desktop().resolve("share/applications/wirephoto.desktop")).stream()
                        .filter(line -> line.contains("="))
                        .collect(Collectors.toMap(
                                line -> line.substring(0, line.indexOf('=')),
                                line -> line.substring(line.indexOf('=') + 1)));
        assertThat(entry.get("MimeType").split(";")).contains("x-scheme-handler/wirephoto");
        List<String> command = List.of(entry.get("Exec").split(" "));
        assertThat(command.getFirst()).isEqualTo("wirephoto-desktop");
        return command.stream()
                .skip(1)
                .map(word -> word.equalsIgnoreCase("%u") ? link : word)
                .toList();
    }

    @Test
    void anInviteThatIsOpenedLeadsStraightToThePictures() throws Exception {
        try (ServerProcess server = ServerProcess.start(data);
                SecondClient peer = SecondClient.of(server);
                VirtualScreen screen = VirtualScreen.start()) {
            for (int i = 0; i < IMAGES; i++) {
                peer.save("image-" + i + ".png", TestImages.photo(ImageType.PNG, 640, 480, i));
            }
            List<String> arguments = new ArrayList<>(opening(server.invite().link()));
            arguments.add("--measure");
            Image.Outcome outcome = desktop(screen.display(), arguments.toArray(String[]::new));
            assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
            assertThat(outcome.output()).contains("images " + IMAGES, "thumbnails " + IMAGES);
            assertThat(outcome.errors()).isEmpty();
        }
    }

    @Test
    void aSignalEndsItWithItsFilesInOrder() throws Exception {
        Path configuration = home.resolve("configuration");
        try (ServerProcess server = ServerProcess.start(data);
                VirtualScreen screen = VirtualScreen.start()) {
            Path errors = scratch.resolve("errors");
            Map<String, String> environment = new HashMap<>(environment(screen.display()));
            environment.put("XDG_CONFIG_HOME", configuration.toString());
            Process program = Image.builder(
                            "wirephoto-desktop",
                            environment,
                            opening(server.invite().link()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(errors.toFile())
                    .start();
            try {
                await(() -> Files.exists(configuration.resolve("wirephoto/servers")));
                program.destroy();
                assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                program.destroyForcibly();
            }
            assertThat(program.exitValue()).isEqualTo(128 + 15);
            assertThat(errors).content().isEmpty();
            assertThat(configuration.resolve("wirephoto/desktop.properties"))
                    .content()
                    .contains("window.width=", "window.height=");
            assertThat(files(temp)).as("nothing is left behind").isEmpty();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
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
