package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

/** How a server ends: politely to those that are at something, at once to the others. */
class StopTest {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 30, 20, 1);

    @TempDir
    Path data;

    private RunningServer server;

    Speech speech() {
        return Speech.PLAIN;
    }

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start(data, Fast.patient(), speech());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private FutureTask<Boolean> stop(Duration grace) {
        FutureTask<Boolean> stopping = new FutureTask<>(() -> {
            server.server().stop(grace);
            return true;
        });
        Thread.ofPlatform().start(stopping);
        return stopping;
    }

    @Test
    void idleConnectionsEndAtOnceAndNobodyComesIn() throws Exception {
        try (Peer idle = server.connect();
                Peer silent = server.connect()) {
            assertThat(idle.askParsed("list,,").command()).isEqualTo("ok");
            assertThat(stop(Fast.LONG).get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(idle.isEnded()).isTrue();
            assertThat(silent.isEnded()).isTrue();
            assertThatThrownBy(() -> server.connect()).isInstanceOf(IOException.class);
        }
    }

    /** A watcher is told ok just before it begins to wait: of many, all but the last few surely wait by now. */
    @Test
    void watchersEndAtOnce() throws Exception {
        List<Peer> watchers = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Peer watcher = server.connect();
                watchers.add(watcher);
                assertThat(watcher.askParsed("watch,,").command()).isEqualTo("ok");
            }
            assertThat(stop(Fast.LONG).get(10, TimeUnit.SECONDS)).isTrue();
            for (Peer watcher : watchers) {
                assertThat(watcher.isEnded()).isTrue();
            }
        } finally {
            for (Peer watcher : watchers) {
                watcher.close();
            }
        }
    }

    @Test
    void aSaveThatRunsMayFinish() throws Exception {
        try (Peer peer = server.connect()) {
            peer.ask("save,beach.png," + BEACH.length);
            peer.send(Arrays.copyOf(BEACH, 100));
            FutureTask<Boolean> stopping = stop(Fast.LONG);
            awaitClosedPort();
            peer.send(Arrays.copyOfRange(BEACH, 100, BEACH.length));
            assertThat(Peer.parse(peer.line()).command()).isEqualTo("ok");
            assertThat(peer.isEnded()).isTrue();
            assertThat(stopping.get(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(server.library().count()).isEqualTo(1);
    }

    private void awaitClosedPort() throws Exception {
        RunningServer.await(() -> {
            try (Peer _ = server.connect()) {
                return false;
            } catch (IOException e) {
                return true;
            }
        });
    }

    @Test
    void whatTakesLongerThanTheGraceTimeIsCutOff() throws Exception {
        try (Peer peer = server.connect()) {
            peer.ask("save,beach.png," + BEACH.length);
            peer.send(Arrays.copyOf(BEACH, 100));
            assertThat(stop(Fast.SHORT).get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(server.library().count()).isZero();
    }

    @Test
    void whatWasAnsweredStillArrives() throws Exception {
        server.save("beach.png", BEACH);
        try (Peer peer = server.connect()) {
            peer.send("return,beach.png,N/A\n");
            peer.input().mark(1);
            assertThat(peer.input().read()).isEqualTo('o');
            peer.input().reset();
            assertThat(stop(Fast.LONG).get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Peer.parse(peer.line()).command()).isEqualTo("ok");
            assertThat(peer.body(BEACH.length)).isEqualTo(BEACH);
        }
    }
}
