package org.wirephoto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.wirephoto.cli.Scene.Outcome;
import org.wirephoto.protocol.Event;

class WatchCommandTest extends CommandTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Interruption interruption = new Interruption();
    private final NoisyStream out = new NoisyStream();

    /** A stream that others can wait at. */
    private static final class NoisyStream extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            notifyAll();
        }

        synchronized void awaitText(String text) throws InterruptedException {
            await(() -> toString(StandardCharsets.UTF_8).contains(text));
        }

        private void await(BooleanSupplier condition) throws InterruptedException {
            long end = System.nanoTime() + LONGEST.toNanos();
            while (!condition.getAsBoolean()) {
                long left = end - System.nanoTime();
                assertThat(left).as("waited too long, with %s", this).isPositive();
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
    }

    private CompletableFuture<Outcome> watch(String... arguments) throws InterruptedException {
        CompletableFuture<Outcome> outcome =
                CompletableFuture.supplyAsync(() -> scene.run(interruption, out, arguments));
        server.awaitWatcher();
        return outcome;
    }

    private Outcome interrupt(CompletableFuture<Outcome> running) throws Exception {
        interruption.request();
        return running.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void tellsWhatHappensUntilCtrlC() throws Exception {
        CompletableFuture<Outcome> running = watch("watch");
        scene.file("beach.png", Scene.png(48_211));
        scene.run("send", "beach.png");
        scene.run("rename", "beach.png", "shore.png");
        scene.run("remove", "shore.png");
        out.awaitText("removed");
        assertThat(interrupt(running)).isEqualTo(new Outcome(130, """
                        17:30:05  saved    beach.png  (48.2 kB, PNG, 800x600)
                        17:30:05  renamed  beach.png to shore.png
                        17:30:05  removed  shore.png
                        """, ""));
    }

    @Test
    void writesALineOfJsonForEachEvent() throws Exception {
        CompletableFuture<Outcome> running = watch("watch", "--json");
        scene.file("beach.png", Scene.png(500));
        scene.run("send", "beach.png");
        scene.run("rename", "beach.png", "shore.png");
        scene.run("remove", "shore.png");
        server.tell(new Event.Reset("s9"));
        out.awaitText("reset");
        String facts = "\"filesize\":500,\"type\":\"image/png\",\"width\":800,\"height\":600,\"sha256\":\""
                + FakeStore.digest(Scene.png(500)) + "\",\"saved\":\"2026-11-22T16:20:00.000Z\",\"id\":\"i1\"}";
        assertThat(interrupt(running).out().lines())
                .containsExactly(
                        "{\"event\":\"saved\",\"seq\":\"s1\",\"name\":\"beach.png\"," + facts,
                        "{\"event\":\"renamed\",\"seq\":\"s2\",\"name\":\"beach.png\",\"to\":\"shore.png\"," + facts,
                        "{\"event\":\"deleted\",\"seq\":\"s3\",\"name\":\"shore.png\"}",
                        "{\"event\":\"reset\",\"seq\":\"s9\"}");
    }

    @Test
    void fetchesWhatArrivesAndLeavesAloneWhatIsThere() throws Exception {
        server.store().put("old.png", Scene.png(100));
        scene.file("out/taken.png", new byte[] {1});
        CompletableFuture<Outcome> running = watch("watch", "--fetch-into", "out");
        scene.file("new.png", Scene.png(300));
        scene.file("taken.png", Scene.png(200));
        scene.run("send", "taken.png");
        scene.run("send", "new.png");
        out.awaitText("fetched");
        Outcome outcome = interrupt(running);
        assertThat(folder.resolve("out/new.png")).hasBinaryContent(Scene.png(300));
        assertThat(folder.resolve("out/taken.png")).hasBinaryContent(new byte[] {1});
        assertThat(folder.resolve("out/old.png")).doesNotExist();
        assertThat(outcome.out()).isEqualTo("""
                        17:30:05  saved    taken.png  (200 bytes, PNG, 800x600)
                        17:30:05  saved    new.png  (300 bytes, PNG, 800x600)
                        17:30:05  fetched  %s
                        """.formatted(folder.resolve("out/new.png")));
        assertThat(outcome.err()).contains("taken.png is here already and was left as it is.");
    }

    @Test
    void fetchesWhatItMissedWhenTheServerLosesCount() throws Exception {
        server.store().put("old.png", Scene.png(100));
        CompletableFuture<Outcome> running = watch("watch", "--fetch-into", "out");
        server.store().put("missed-1.png", Scene.png(101));
        server.store().put("missed-2.png", Scene.png(102));
        server.tell(new Event.Reset("s9"));
        out.awaitText("missed-2.png");
        interrupt(running);
        assertThat(folder.resolve("out/missed-1.png")).hasBinaryContent(Scene.png(101));
        assertThat(folder.resolve("out/missed-2.png")).hasBinaryContent(Scene.png(102));
        assertThat(folder.resolve("out/old.png")).doesNotExist();
    }

    @Test
    void fetchesWhatItMissedOfTheMillisecondThatItKnowsAlready() throws Exception {
        server.store().stopClock();
        server.store().put("old-1.png", Scene.png(100));
        server.store().put("old-2.png", Scene.png(100));
        CompletableFuture<Outcome> running = watch("watch", "--fetch-into", "out");
        server.store().put("missed-1.png", Scene.png(101));
        server.store().put("missed-2.png", Scene.png(102));
        server.tell(new Event.Reset("s9"));
        out.awaitText("missed-1.png");
        out.awaitText("missed-2.png");
        interrupt(running);
        assertThat(folder.resolve("out/missed-1.png")).hasBinaryContent(Scene.png(101));
        assertThat(folder.resolve("out/missed-2.png")).hasBinaryContent(Scene.png(102));
        assertThat(folder.resolve("out/old-1.png")).doesNotExist();
        assertThat(folder.resolve("out/old-2.png")).doesNotExist();
    }
}
