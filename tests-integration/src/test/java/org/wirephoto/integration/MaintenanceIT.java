package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** verify, export, import and backup, with the server running and without. */
class MaintenanceIT {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 70, 50, 1);
    private static final byte[] FOREST = TestImages.photo(ImageType.JPEG, 70, 50, 2);

    @TempDir
    Path data;

    @TempDir
    Path scratch;

    @ParameterizedTest(name = "running: {0}")
    @ValueSource(booleans = {true, false})
    void importsAFolderAndSaysWhatItLeftOut(boolean running) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("Database"));
        Files.write(folder.resolve("my beach.png"), BEACH);
        Files.write(folder.resolve("forest.png"), FOREST);
        Files.write(folder.resolve("notes.png"), "not an image".getBytes(StandardCharsets.UTF_8));
        withServer(running, () -> {
            Image.Outcome outcome = run("import", folder.toString());
            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
            assertThat(outcome.output() + outcome.errors()).contains("forest.png", "notes.png", "forest.jpg");
        });
        try (ServerProcess server = ServerProcess.start(data);
                RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.fetch("my_beach.png")).isEqualTo(BEACH);
            assertThat(peer.ask("list,N/A,N/A").attribute("total")).hasValue("1");
        }
    }

    @ParameterizedTest(name = "running: {0}")
    @ValueSource(booleans = {true, false})
    void exportsPlainFilesAndOverwritesNone(boolean running) throws IOException {
        save();
        Path target = scratch.resolve("out");
        Files.createDirectories(target);
        Files.writeString(target.resolve("forest.jpg"), "mine");
        withServer(running, () -> {
            Image.Outcome outcome = run("export", target.toString());
            assertThat(outcome.output() + outcome.errors()).contains("forest.jpg");
            assertThat(Files.readAllBytes(target.resolve("beach.png"))).isEqualTo(BEACH);
            assertThat(Files.readString(target.resolve("forest.jpg"))).isEqualTo("mine");
        });
    }

    @ParameterizedTest(name = "running: {0}")
    @ValueSource(booleans = {true, false})
    void aBackupIsAWholeStore(boolean running) throws IOException {
        save();
        Path copy = scratch.resolve("copy");
        withServer(running, () -> {
            Image.Outcome outcome = run("backup", copy.toString());
            assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        });
        Image.Outcome verified = Image.run(scratch, "wirephoto-server", Map.of(), "verify", "--data", copy.toString());
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
        try (ServerProcess server = ServerProcess.start(copy);
                RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.fetch("beach.png")).isEqualTo(BEACH);
            assertThat(peer.fetch("forest.jpg")).isEqualTo(FOREST);
        }
    }

    @ParameterizedTest(name = "running: {0}")
    @ValueSource(booleans = {true, false})
    void verifyFindsAByteThatChanged(boolean running) throws IOException {
        save();
        withServer(running, () -> assertThat(run("verify").exitCode()).isZero());
        String digest = RawConnection.digest(BEACH);
        Path blob = data.resolve("images").resolve(digest.substring(0, 2)).resolve(digest);
        byte[] bytes = Files.readAllBytes(blob);
        bytes[bytes.length / 2] ^= 1;
        assertThat(blob.toFile().setWritable(true)).isTrue();
        Files.write(blob, bytes);
        withServer(running, () -> {
            Image.Outcome outcome = run("verify");
            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
            assertThat(outcome.output() + outcome.errors()).contains("beach.png");
            assertThat(Files.readAllBytes(blob)).isEqualTo(bytes);
        });
    }

    @Test
    void aFolderOfANewerVersionIsRefusedUnharmed() throws Exception {
        save();
        Path database = data.resolve("wirephoto.db");
        byte[] bytes = Files.readAllBytes(database);
        bytes[60] = 0x7f; // the high byte of SQLite's user_version, section 1.3 of its file format
        Files.write(database, bytes);
        List<String> before = listing();
        Image.Outcome outcome = Image.run(
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
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.errors()).contains("newer").doesNotContain("Exception");
        assertThat(Files.readAllBytes(database)).isEqualTo(bytes);
        assertThat(listing()).isEqualTo(before);
    }

    private List<String> listing() throws IOException {
        List<String> found = new ArrayList<>();
        try (var files = Files.walk(data)) {
            files.filter(Files::isRegularFile)
                    .map(data::relativize)
                    .map(Path::toString)
                    .filter(name -> name.startsWith("images") || name.startsWith("incoming"))
                    .sorted()
                    .forEach(found::add);
        }
        return found;
    }

    private void save() throws IOException {
        try (ServerProcess server = ServerProcess.start(data);
                RawConnection peer = RawConnection.to(server)) {
            assertThat(peer.save("beach.png", BEACH).command()).isEqualTo("ok");
            assertThat(peer.save("forest.jpg", FOREST).command()).isEqualTo("ok");
            assertThat(server.stop()).isZero();
        }
    }

    private Image.Outcome run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, "--data", data.toString()));
        all.addAll(List.of(arguments));
        return Image.run(scratch, "wirephoto-server", Map.of(), all.toArray(String[]::new));
    }

    private void withServer(boolean running, Step step) throws IOException {
        if (!running) {
            step.run();
            return;
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            step.run();
            assertThat(server.stop()).isZero();
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
