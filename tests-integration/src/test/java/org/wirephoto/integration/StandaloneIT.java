package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** The image needs no Java, no installation and nothing but its own folder. */
class StandaloneIT {
    @TempDir
    Path scratch;

    @Test
    void bothProgramsRunWithAnEmptyEnvironment() throws IOException {
        for (String program : List.of("wirephoto-server", "wirephoto")) {
            Image.Outcome outcome = Image.run(scratch, program, Map.of("PATH", "/nowhere"), "--version");
            assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
            assertThat(outcome.output()).contains("0.1.0");
            assertThat(outcome.errors()).isEmpty();
        }
    }

    @Test
    void theImageRunsFromAFolderWithSpacesAndThroughALink() throws Exception {
        Path moved = scratch.resolve("a folder with spaces");
        assertThat(new ProcessBuilder("/bin/cp", "-r", Image.home().toString(), moved.toString())
                        .start()
                        .waitFor(60, TimeUnit.SECONDS))
                .isTrue();
        Path link = Files.createSymbolicLink(scratch.resolve("wp"), moved.resolve("bin/wirephoto"));
        Process process = new ProcessBuilder(link.toString(), "--version").start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void nothingIsUnpackedOutsideTheDataFolder(@TempDir Path home, @TempDir Path data) throws IOException {
        Path temp = Files.createDirectory(scratch.resolve("temp"));
        Map<String, String> environment = Map.of(
                "HOME", home.toString(), "TMPDIR", temp.toString(), "WIREPHOTO_OPTS", "-Djava.io.tmpdir=" + temp);
        byte[] image = TestImages.of(ImageType.WEBP, 1);
        try (ServerProcess server = ServerProcess.start(data, environment);
                RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.save("sky.webp", image).command()).isEqualTo("ok");
            assertThat(peer.body(peer.ask("return,sky.webp,N/A,variant=thumbnail")))
                    .isNotEmpty();
            assertThat(files(home)).isEmpty();
            assertThat(files(temp)).isEmpty();
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void theDataFolderIsForItsOwnerAlone(@TempDir Path parent) throws IOException {
        Path data = parent.resolve("new");
        try (ServerProcess server = ServerProcess.start(data);
                RawConnection peer = RawConnection.to(server)) {
            peer.save("a.png", TestImages.photo(ImageType.PNG, 20, 20, 1));
            assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aSecondServerOnTheSameFolderIsToldWhy(@TempDir Path data) throws IOException {
        try (ServerProcess server = ServerProcess.start(data)) {
            Image.Outcome second = Image.run(
                    scratch,
                    "wirephoto-server",
                    Map.of(),
                    "serve",
                    "--data",
                    data.toString(),
                    "--port",
                    "0",
                    "--announce",
                    "none");
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.errors()).contains(data.toString()).doesNotContain("Exception", "\tat ");
            try (RawConnection peer = RawConnection.to(server)) {
                assertThat(peer.ask("list,N/A,N/A").command()).isEqualTo("ok");
            }
        }
    }

    @Test
    void theBannerSaysWhereAndHowToStop(@TempDir Path data) throws IOException {
        try (ServerProcess server = ServerProcess.start(data, "--name", "Kitchen")) {
            assertThat(server.stop()).isZero();
            assertThat(server.output()).contains(data.toString(), Integer.toString(server.port()), "Ctrl+C");
        }
    }

    @Test
    void aRunningTransferGetsItsGraceWhenTheServerStops(@TempDir Path data) throws Exception {
        byte[] image = TestImages.photo(ImageType.BMP, 300, 300, 2);
        try (ServerProcess server = ServerProcess.start(data);
                RawConnection peer = RawConnection.to(server);
                RawConnection idle = RawConnection.to(server)) {
            assertThat(idle.ask("list,N/A,N/A").command()).isEqualTo("ok");
            assertThat(peer.ask("save,late.bmp," + image.length).command()).isEqualTo("ready");
            peer.send(image, 0, 1000);
            server.process().destroy();
            assertThat(idle.isClosedByServer()).isTrue();
            assertThat(peer.send(image, 1000, image.length - 1000).line().command())
                    .isEqualTo("ok");
            assertThat(server.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.process().exitValue()).isZero();
        }
    }

    @Test
    void licencesOfThirdPartiesAreInTheImage() throws IOException {
        try (Stream<Path> files = Files.walk(Image.home())) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.contains("THIRD-PARTY"));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
