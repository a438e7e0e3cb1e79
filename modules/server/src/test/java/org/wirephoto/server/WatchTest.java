package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.Event;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImages;

class WatchTest {
    private static final byte[] BEACH = TestImages.photo(ImageType.PNG, 30, 20, 1);

    @TempDir
    Path data;

    private RunningServer server;

    Speech speech() {
        return Speech.PLAIN;
    }

    private void start(Timings timings) throws IOException {
        server = RunningServer.start(data, timings, speech());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static Event event(Peer watcher) throws IOException {
        return Event.parse(Peer.parse(watcher.line())).orElseThrow();
    }

    @Test
    void tellsWhatHappensInItsOrder() throws IOException {
        start(Fast.patient());
        try (Peer watcher = server.connect();
                Peer other = server.connect()) {
            assertThat(watcher.askParsed("watch,N/A,N/A").attribute("seq")).isPresent();
            RunningServer.save(other, "beach.png", BEACH);
            other.ask("rename,beach.png,N/A,to=sea.png");
            other.ask("delete,sea.png,N/A");
            assertThat(event(watcher)).isInstanceOfSatisfying(Event.Saved.class, saved -> {
                assertThat(saved.name()).isEqualTo("beach.png");
                assertThat(saved.attributes().width()).isEqualTo(30);
            });
            assertThat(event(watcher))
                    .isInstanceOfSatisfying(
                            Event.Renamed.class,
                            renamed -> assertThat(renamed.to()).isEqualTo("sea.png"));
            assertThat(event(watcher)).isInstanceOf(Event.Deleted.class);
        }
    }

    @Test
    void tellsFirstWhatCameSince() throws IOException {
        start(Fast.patient());
        try (Peer peer = server.connect()) {
            String seq = peer.askParsed("list,,,limit=1").attribute("seq").orElseThrow();
            peer.body(0);
            RunningServer.save(peer, "beach.png", BEACH);
            peer.ask("watch,N/A,N/A,since=" + seq);
            assertThat(event(peer)).isInstanceOf(Event.Saved.class);
        }
    }

    @Test
    void startsAfreshAfterATokenOfAnotherHistory() throws IOException {
        start(Fast.patient());
        try (Peer peer = server.connect()) {
            assertThat(peer.askParsed("watch,N/A,N/A,since=whatever").command()).isEqualTo("ok");
            assertThat(event(peer)).isInstanceOf(Event.Reset.class);
        }
    }

    @Test
    void givesASignOfLifeWhereNothingHappens() throws IOException {
        start(Fast.withHeartbeat(Fast.SHORT));
        try (Peer peer = server.connect()) {
            peer.ask("watch,N/A,N/A");
            assertThat(peer.line()).isEqualTo("alive,N/A,N/A");
            assertThat(peer.line()).isEqualTo("alive,N/A,N/A");
        }
    }

    @Test
    void isNotEndedByIdleTime() throws IOException {
        start(new Timings(Fast.SHORT, Fast.LONG, Fast.LONG, 1024, Fast.SHORT.multipliedBy(3), Fast.SHORT, Fast.LONG));
        try (Peer peer = server.connect()) {
            peer.ask("watch,N/A,N/A");
            assertThat(peer.line()).isEqualTo("alive,N/A,N/A");
            assertThat(peer.line()).isEqualTo("alive,N/A,N/A");
        }
    }

    @Test
    void dropsWhatTheWatcherSays() throws IOException {
        start(Fast.patient());
        try (Peer watcher = server.connect()) {
            watcher.ask("watch,N/A,N/A");
            watcher.send("stat,a.png,N/A\nnonsense\n");
            server.save("beach.png", BEACH);
            assertThat(event(watcher)).isInstanceOf(Event.Saved.class);
        }
    }

    @Test
    void endsWhenTheWatcherEndsItsOutput() throws IOException {
        start(Fast.patient());
        try (Peer watcher = server.connect()) {
            watcher.ask("watch,N/A,N/A");
            assertThat(watcher.endOutput().isEnded()).isTrue();
        }
    }

    @Test
    void tellsAWatcherThatEndedItsOutputAtOnceWhatCameSince() throws IOException {
        start(Fast.patient());
        String seq;
        try (Peer peer = server.connect()) {
            seq = peer.askParsed("list,,").attribute("seq").orElseThrow();
        }
        int many = 5;
        for (int i = 0; i < many; i++) {
            server.save(i + ".png", BEACH);
        }
        for (int round = 0; round < 20; round++) {
            try (Peer watcher = server.connect()) {
                watcher.send("watch,N/A,N/A,since=" + seq + "\n").endOutput();
                assertThat(watcher.rest().lines()).hasSize(1 + many);
            }
        }
    }

    @Test
    void leavesRoomWhenTheWatcherIsGone() throws Exception {
        server = RunningServer.start(data, Fast.patient(), speech(), 1, 1);
        try (Peer watcher = server.connect()) {
            watcher.ask("watch,N/A,N/A");
        }
        RunningServer.await(() -> {
            try (Peer next = server.connect()) {
                return next.askParsed("list,,").command().equals("ok");
            } catch (IOException e) {
                return false; // turned away before it had asked
            }
        });
    }
}
