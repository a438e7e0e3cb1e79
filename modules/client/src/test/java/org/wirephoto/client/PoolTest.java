package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.client.FakeServer.Peer;
import org.wirephoto.client.FakeServer.Script;

class PoolTest {
    private static final byte[] IMAGE = Fixtures.image(1000);
    private static final String DESCRIPTION = "a.png,N/A," + Fixtures.attributes(IMAGE);

    @TempDir
    private Path folder;

    private static void answer(Peer peer) throws Exception {
        peer.expect("stat,");
        peer.say("ok," + DESCRIPTION);
    }

    private static final Script ANSWERING = peer -> {
        while (peer.line().startsWith("stat,")) {
            peer.say("ok," + DESCRIPTION);
        }
    };

    @Test
    void oneConnectionServesRequestsOneAfterAnother() throws Exception {
        try (FakeServer server = FakeServer.greeting(ANSWERING);
                WirephotoClient client = Fixtures.connect(server)) {
            for (int i = 0; i < 20; i++) {
                client.stat("a.png");
            }
            assertThat(server.peers()).hasSize(1);
        }
    }

    @Test
    void asManyTransfersGoOnAtOnceAsTheSettingsSayAndRequestsPassThem() throws Exception {
        Path file = Files.write(folder.resolve("a.png"), IMAGE);
        int transfers = 3;
        AtomicInteger arrived = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(transfers);
        CountDownLatch proceed = new CountDownLatch(1);
        Script script = peer -> {
            while (true) {
                if (peer.line().startsWith("save,")) {
                    arrived.incrementAndGet();
                    full.countDown();
                    proceed.await(20, TimeUnit.SECONDS);
                }
                peer.say("ok," + DESCRIPTION);
            }
        };
        try (FakeServer server = FakeServer.greeting(script);
                WirephotoClient client = WirephotoClient.connect(
                        server.address(), Fixtures.quick().withTransfers(transfers));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                running.add(threads.submit(
                        () -> client.save(file, "a.png", SaveOptions.createNew(), TransferControl.none())));
            }
            assertThat(full.await(10, TimeUnit.SECONDS)).isTrue();
            client.stat("a.png");
            assertThat(arrived).hasValue(transfers);
            proceed.countDown();
            for (Future<?> transfer : running) {
                transfer.get(10, TimeUnit.SECONDS);
            }
            assertThat(server.mostOpen()).isEqualTo(transfers + 1);
        }
    }

    @Test
    void whoWaitsForATurnCanBeCancelled() throws Exception {
        Path file = Files.write(folder.resolve("a.png"), IMAGE);
        CountDownLatch busy = new CountDownLatch(1);
        try (FakeServer server = FakeServer.greeting(peer -> {
                    peer.expect("save,");
                    busy.countDown();
                    peer.awaitEnd();
                });
                WirephotoClient client = WirephotoClient.connect(
                        server.address(), Fixtures.quick().withTransfers(1));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Cancellation first = new Cancellation();
            Cancellation second = new Cancellation();
            List<Future<?>> running = new ArrayList<>();
            for (Cancellation cancellation : List.of(first, second)) {
                running.add(threads.submit(() -> client.save(
                        file,
                        "a.png",
                        SaveOptions.createNew(),
                        new TransferControl((done, total) -> {}, cancellation))));
                busy.await(10, TimeUnit.SECONDS);
            }
            second.cancel();
            assertThatThrownBy(() -> running.get(1).get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CancelledException.class);
            assertThat(running.get(0).isDone()).isFalse();
            first.cancel();
        }
    }

    @Test
    void aConnectionThatTheServerClosedIsReplacedUnnoticed() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (FakeServer server = FakeServer.greeting(
                        peer -> {
                            answer(peer);
                            peer.say("error,N/A,N/A,code=timeout,message=Idle.");
                            closed.countDown();
                        },
                        peer -> {
                            peer.expect("rename,");
                            peer.say("ok,b.png,N/A");
                            peer.awaitEnd();
                        });
                // Without retries, and for a request that would not be tried again.
                WirephotoClient client = Fixtures.connectOnce(server)) {
            client.stat("a.png");
            closed.await(10, TimeUnit.SECONDS);
            client.rename("a.png", "b.png");
            assertThat(server.peers()).hasSize(2);
        }
    }

    @Test
    void aConnectionOutOfStepIsNotUsedAgain() throws Exception {
        try (FakeServer server = FakeServer.greeting(
                        peer -> {
                            peer.expect("return,");
                            peer.say("ok,a.png,1000,filesize=1000,type=image/jpeg");
                            peer.awaitEnd();
                        },
                        ANSWERING);
                WirephotoClient client = Fixtures.connect(server)) {
            assertThatThrownBy(() ->
                            client.fetch("a.png", org.wirephoto.protocol.Variant.THUMBNAIL, 10, new Cancellation()))
                    .isInstanceOf(ProtocolException.class);
            client.stat("a.png");
            assertThat(server.peers()).hasSize(2);
        }
    }

    @Test
    void connectionsThatNobodyUsesSayGoodbye() throws Exception {
        ConnectionSettings quick = Fixtures.quick();
        ConnectionSettings settings = quick.withTimes(quick.times().withIdle(Duration.ofMillis(50)));
        CountDownLatch goodbye = new CountDownLatch(1);
        try (FakeServer server = FakeServer.greeting(
                        peer -> {
                            peer.expect("bye,");
                            goodbye.countDown();
                            peer.say("ok,N/A,N/A");
                        },
                        ANSWERING);
                WirephotoClient client = WirephotoClient.connect(server.address(), settings)) {
            assertThat(goodbye.await(10, TimeUnit.SECONDS)).isTrue();
            client.stat("a.png");
        }
    }

    @Test
    void closingSaysGoodbyeAndLeavesNothingOpen() throws Exception {
        try (FakeServer server = FakeServer.greeting(peer -> {
            answer(peer);
            peer.expect("bye,");
            peer.say("ok,N/A,N/A");
        })) {
            WirephotoClient client = Fixtures.connect(server);
            client.stat("a.png");
            client.close();
            client.close();
            server.awaitNoConnection();
            assertThat(server.lines()).endsWith("bye,N/A,N/A");
            assertThatThrownBy(() -> client.stat("a.png")).isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void closingDoesNotWaitLongForAServerThatIsSilent() throws Exception {
        try (FakeServer server = FakeServer.greeting(Peer::awaitEnd)) {
            WirephotoClient client = Fixtures.connect(server);
            long start = System.nanoTime();
            client.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            server.awaitNoConnection();
        }
    }
}
