package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wirephoto.client.FakeServer.Script;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

class WhereaboutsTest {
    private static final String DESCRIPTION = "a.png,N/A," + Fixtures.attributes(Fixtures.image(10));
    private static final Script ANSWERING = peer -> {
        while (peer.line().startsWith("stat,")) {
            peer.say("ok," + DESCRIPTION);
        }
    };

    private final TestIdentity identity = TestIdentity.create();
    private final AtomicInteger searches = new AtomicInteger();

    private ServerAddress nowhere() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new ServerAddress("127.0.0.1", free.getLocalPort());
        }
    }

    private ConnectionSettings finding(ServerAddress... addresses) {
        return Fixtures.trusting(new Trust.Pinned(identity.fingerprint())).withFinder((fingerprint, limit) -> {
            assertThat(fingerprint).isEqualTo(identity.fingerprint());
            searches.incrementAndGet();
            return List.of(addresses);
        });
    }

    @Test
    void aServerThatHasMovedIsFoundAndItsAddressTold() throws Exception {
        TestIdentity other = TestIdentity.create();
        ServerAddress old = nowhere();
        try (FakeServer impostor = FakeServer.greetingBehind(other::over, ANSWERING);
                FakeServer server = FakeServer.greetingBehind(identity::over, ANSWERING);
                WirephotoClient client =
                        WirephotoClient.connect(old, finding(old, nowhere(), impostor.address(), server.address()))) {
            assertThat(client.address()).isEqualTo(server.address());
            client.stat("a.png");
            assertThat(impostor.peers().getFirst().lines).isEmpty();
            assertThat(searches).hasValue(1);
        }
    }

    @Test
    void aServerThatMovesWhileItIsUsedIsFound() throws Exception {
        try (FakeServer after = FakeServer.greetingBehind(identity::over, ANSWERING)) {
            FakeServer before = FakeServer.greetingBehind(identity::over, ANSWERING);
            try (WirephotoClient client = WirephotoClient.connect(before.address(), finding(after.address()))) {
                client.stat("a.png");
                assertThat(client.address()).isEqualTo(before.address());
                before.close();
                client.stat("a.png");
                assertThat(client.address()).isEqualTo(after.address());
            }
        }
    }

    @Test
    void aServerThatIsNotFoundIsToldAsItWasAsked() throws Exception {
        ServerAddress old = nowhere();
        assertThatThrownBy(
                        () -> WirephotoClient.connect(old, finding(nowhere())).close())
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining(old.toString());
    }

    @Test
    void aServerThatIsOffIsNotLookedForAgainAndAgain() throws Exception {
        WireMaker wires = new WireMaker(
                (address, limit) -> {
                    throw new IOException("nobody there");
                },
                new Watchdog());
        Whereabouts whereabouts = new Whereabouts(nowhere(), finding(), wires);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> whereabouts.reach(new Cancellation())).isInstanceOf(UnreachableException.class);
        }
        assertThat(searches).hasValue(1);
    }

    @Test
    void anotherServerAtTheOldAddressIsToldAndNotLookedPast() throws Exception {
        TestIdentity other = TestIdentity.create();
        try (FakeServer impostor = FakeServer.greetingBehind(other::over, ANSWERING)) {
            assertThatThrownBy(() -> WirephotoClient.connect(impostor.address(), finding(nowhere()))
                            .close())
                    .isInstanceOf(FingerprintChangedException.class);
            assertThat(searches).hasValue(0);
        }
    }

    @Test
    void aPlainServerIsNotLookedFor() throws Exception {
        ServerAddress old = nowhere();
        assertThatThrownBy(() -> WirephotoClient.connect(
                                old,
                                Fixtures.once().withFinder(finding(nowhere()).finder()))
                        .close())
                .isInstanceOf(UnreachableException.class);
        assertThat(searches).hasValue(0);
    }

    @Test
    void aSearchCanBeCancelled() throws Exception {
        CountDownLatch searching = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ServerFinder slow = (Fingerprint fingerprint, Duration limit) -> {
            searching.countDown();
            var _ = end.await(20, TimeUnit.SECONDS);
            return List.of();
        };
        Whereabouts whereabouts = new Whereabouts(
                nowhere(),
                finding().withFinder(slow),
                new WireMaker(
                        (address, limit) -> {
                            throw new IOException("nobody there");
                        },
                        new Watchdog()));
        Cancellation cancellation = new Cancellation();
        Thread.ofVirtual().start(() -> {
            try {
                searching.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancellation.cancel();
        });
        long start = System.nanoTime();
        assertThat(catchThrowableOfType(CancelledException.class, () -> whereabouts.reach(cancellation)))
                .isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        end.countDown();
    }
}
