package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirephoto.cli.Scene.Outcome;

/** Ctrl+C in the middle of something. */
class InterruptionTest extends CommandTest {
    private final Interruption interruption = new Interruption();

    private Outcome interruptInTheMiddleOf(String... arguments) throws Exception {
        server.holdAfter(200_000);
        CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> scene.run(interruption, arguments));
        server.awaitHeld();
        awaitPart();
        interruption.request();
        return running.get(20, TimeUnit.SECONDS);
    }

    /** Where something is fetched, waits until some of it is on the disk. */
    private void awaitPart() throws IOException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (server.requests().contains("return a.png") && bytesOfParts() == 0) {
            assertThat(System.nanoTime()).as("nothing came").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private long bytesOfParts() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.part")) {
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    @Test
    void stopsSendingAndBeginsNothingElse() throws Exception {
        scene.file("a.png", Scene.png(400_000));
        scene.file("b.png", Scene.png(400_001));
        assertThat(interruptInTheMiddleOf("send", "-j", "1", "a.png", "b.png"))
                .isEqualTo(new Outcome(
                        130,
                        "Sent 0 of 2 images (0 bytes in 0.0 ms).\n",
                        "Stopped. Send the rest again: an image that was half sent goes on where it was.\n"));
        assertThat(server.requests()).contains("save a.png").doesNotContain("save b.png");
    }

    @Test
    void stopsFetchingAndKeepsThePart() throws Exception {
        server.store().put("a.png", Scene.png(400_000));
        assertThat(interruptInTheMiddleOf("fetch", "a.png"))
                .isEqualTo(new Outcome(130, "", "Stopped. Fetch again to go on where it was.\n"));
        assertThat(folder.resolve("a.png")).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .matches("\\.[0-9a-f]{16}\\.part");
        }
        server.holdAfter(Long.MAX_VALUE);
        assertThat(scene.run("fetch", "a.png").exit()).isZero();
        assertThat(folder.resolve("a.png")).hasBinaryContent(Scene.png(400_000));
    }

    @Test
    void isToldInJsonToo() throws Exception {
        server.store().put("a.png", Scene.png(400_000));
        assertThat(interruptInTheMiddleOf("fetch", "--json", "a.png"))
                .isEqualTo(new Outcome(
                        130,
                        "{\"subject\":\"a.png\",\"error\":{\"code\":\"interrupted\",\"message\":\"Stopped.\"}}\n",
                        ""));
    }

    @Test
    void afterTheEndDoesNothing() {
        interruption.finish();
        interruption.request();
        assertThat(interruption.isRequested()).isFalse();
        assertThat(interruption.cancellation().isCancelled()).isFalse();
    }

    @Test
    void stopsWhatIsRegisteredTooLate() {
        interruption.finish();
        Interruption late = new Interruption();
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        late.onRequest(late::finish);
        late.request();
        late.onRequest(() -> stopped.complete(null));
        assertThat(stopped).isCompleted();
    }

    @Test
    @Timeout(2)
    void doesNotWaitForAPersonToAnswer() {
        try (var _ = interruption.pause()) {
            interruption.request();
        }
        assertThat(interruption.isRequested()).isTrue();
    }
}
