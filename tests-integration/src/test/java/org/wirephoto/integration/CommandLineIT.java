package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** The linked command line against the linked server, as a person or a script uses it. */
class CommandLineIT {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 80, 60, 1);
    private static final byte[] FOREST = TestImages.photo(ImageType.JPEG, 80, 60, 2);

    @TempDir
    Path data;

    @TempDir
    Path scratch;

    private ServerProcess server;

    @BeforeEach
    void start() throws IOException {
        server = ServerProcess.start(data, "--name", "Attic");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void sendsListsShowsAndFetches() throws IOException {
        Path beach = file("my beach.png", BEACH);
        Path forest = file("forest.jpg", FOREST);
        Image.Outcome sent = wirephoto("send", beach.toString(), forest.toString());
        assertThat(sent.exitCode()).as(sent.toString()).isZero();
        assertThat(sent.output()).contains("my_beach.png", "forest.jpg");
        assertThat(sent.output() + sent.errors()).doesNotContain("\u001b", "\r");

        Image.Outcome list = wirephoto("list");
        assertThat(list.output()).contains("my_beach.png", "forest.jpg", "80");
        assertThat(wirephoto("list", "--match", "FOREST").output())
                .contains("forest.jpg")
                .doesNotContain("beach");
        assertThat(wirephoto("show", "forest.jpg").output()).contains("image/jpeg", RawConnection.digest(FOREST));

        Path out = Files.createDirectory(scratch.resolve("out"));
        Image.Outcome fetched = wirephoto("fetch", "my_beach.png", "forest.jpg", "-o", out.toString());
        assertThat(fetched.exitCode()).as(fetched.toString()).isZero();
        assertThat(out.resolve("my_beach.png")).hasBinaryContent(BEACH);
        assertThat(out.resolve("forest.jpg")).hasBinaryContent(FOREST);
        try (var files = Files.list(out)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aWrongExtensionIsToldWithTheWayOut() throws IOException {
        Path wrong = file("beach.jpg", BEACH);
        Image.Outcome refused = wirephoto("send", wrong.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("beach.jpg is a PNG", "beach.png", "--fix-name");
        assertThat(refused.errors()).doesNotContain("Exception", "\tat ");

        Image.Outcome fixed = wirephoto("send", "--fix-name", wrong.toString());
        assertThat(fixed.exitCode()).as(fixed.toString()).isZero();
        assertThat(wirephoto("list").output()).contains("beach.png");
    }

    @Test
    void nothingLocalIsOverwrittenWithoutBeingAsked() throws IOException {
        wirephoto("send", file("beach.png", BEACH).toString());
        Path out = Files.createDirectory(scratch.resolve("out"));
        Files.writeString(out.resolve("beach.png"), "mine");
        Image.Outcome refused = wirephoto("fetch", "beach.png", "-o", out.toString());
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.errors()).contains("--overwrite");
        assertThat(out.resolve("beach.png")).hasContent("mine");
        assertThat(wirephoto("fetch", "beach.png", "-o", out.toString(), "--overwrite")
                        .exitCode())
                .isZero();
        assertThat(out.resolve("beach.png")).hasBinaryContent(BEACH);
    }

    @Test
    void sendsFoldersGlobsAndStandardInput() throws Exception {
        Path folder = Files.createDirectory(scratch.resolve("holiday"));
        Files.write(folder.resolve("a.png"), BEACH);
        Files.write(folder.resolve("b.jpg"), FOREST);
        assertThat(wirephoto("send", folder.toString()).exitCode()).isZero();
        Files.write(folder.resolve("c.png"), TestImages.photo(ImageType.PNG, 20, 20, 5));
        assertThat(wirephoto("send", folder.resolve("c*.png").toString()).exitCode())
                .isZero();

        byte[] input = TestImages.photo(ImageType.PNG, 21, 21, 6);
        String[] send = {"--key-file", server.inviteFile().toString(), "send", "-", "--name", "in.png"};
        Image.Outcome piped = Image.pipe(input, scratch, "wirephoto", Map.of(), send);
        assertThat(piped.exitCode()).as(piped.toString()).isZero();
        assertThat(wirephoto("list").output()).contains("a.png", "b.jpg", "c.png", "in.png");
    }

    @Test
    void renamesRemovesAndRestores() throws IOException {
        wirephoto("send", file("beach.png", BEACH).toString());
        assertThat(wirephoto("rename", "beach.png", "shore.png").exitCode()).isZero();
        assertThat(wirephoto("remove", "shore.png").exitCode()).isZero();
        assertThat(wirephoto("trash").output()).contains("shore.png");
        assertThat(wirephoto("list").output()).doesNotContain("shore.png");
        assertThat(wirephoto("restore", "shore.png").exitCode()).isZero();
        assertThat(wirephoto("show", "shore.png").exitCode()).isZero();
        Image.Outcome missing = wirephoto("show", "shoer.png");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.errors()).contains("shore.png");
    }

    @Test
    void jsonIsForScripts() throws Exception {
        wirephoto("send", file("beach.png", BEACH).toString());
        Image.Outcome list = wirephoto("list", "--json");
        assertThat(list.exitCode()).isZero();
        assertThat(list.output())
                .contains("\"beach.png\"", "\"image/png\"", RawConnection.digest(BEACH))
                .contains("\"width\"");
        assertThat(list.output().strip()).matches("(?s)[\\[{].*[\\]}]");
    }

    @Test
    void watchFetchesWhatArrives() throws Exception {
        Path into = Files.createDirectory(scratch.resolve("into"));
        Path log = scratch.resolve("watch.log");
        Process watch = Image.builder(
                        "wirephoto",
                        Map.of(),
                        List.of("--key-file", server.inviteFile().toString(), "watch", "--fetch-into", into.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (WatchService arrivals = into.getFileSystem().newWatchService()) {
            into.register(arrivals, StandardWatchEventKinds.ENTRY_CREATE);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            int number = 0;
            Path arrived;
            do {
                // until the watcher is there, nobody sees what is sent: send another
                String name = "arrival-" + number + ".png";
                wirephoto(
                        "send",
                        file(name, TestImages.photo(ImageType.PNG, 30, 30, number))
                                .toString());
                arrived = into.resolve(name);
                number++;
            } while (!awaitFile(arrived, arrivals) && System.nanoTime() < deadline);
            assertThat(arrived).as(Files.readString(log)).exists();
            assertThat(Files.readString(log)).contains(arrived.getFileName().toString());
        } finally {
            watch.destroy();
            assertThat(watch.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Waits for the file, 5 s at most: a watcher that was not there yet will never fetch it. */
    private static boolean awaitFile(Path file, WatchService arrivals) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!Files.exists(file) && System.nanoTime() < deadline) {
            WatchKey key = arrivals.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (key != null) {
                key.pollEvents();
                key.reset();
            }
        }
        return Files.exists(file);
    }

    @Test
    void pingSaysWhoIsThere() {
        Image.Outcome ping = wirephoto("ping");
        assertThat(ping.exitCode()).isZero();
        assertThat(ping.output()).contains("Attic");
    }

    @Test
    void aServerThatIsNotThereIsOneSentence() throws IOException {
        server.stop();
        Image.Outcome outcome = wirephoto("list");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.errors().strip().lines().count()).isLessThanOrEqualTo(3);
        assertThat(outcome.errors()).contains(server.address()).doesNotContain("Exception");
    }

    @Test
    void completionAndHelpAreThere() {
        assertThat(wirephoto("completion", "bash").output()).contains("complete ");
        assertThat(wirephoto("help", "send").output()).contains("--fix-name");
        Image.Outcome mistyped = wirephoto("lst");
        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.errors()).contains("list");
    }

    private Image.Outcome wirephoto(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("--key-file", server.inviteFile().toString(), "--server", server.address()));
        all.addAll(List.of(arguments));
        return Image.run(scratch, "wirephoto", Map.of(), all.toArray(String[]::new));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(scratch.resolve(name), bytes);
    }
}
