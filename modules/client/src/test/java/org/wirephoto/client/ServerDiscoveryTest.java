package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Announcement;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.ServerAddress;

/** On loopback alone, against services that JmDNS itself announces there. */
class ServerDiscoveryTest {
    private static final NetworkChoice LOOPBACK = new NetworkChoice.Named(Set.of("lo"));
    private static final Fingerprint FINGERPRINT = new Fingerprint("0123456789abcdef".repeat(4));
    private static final Fingerprint ANOTHER = new Fingerprint("f".repeat(64));

    /** One for all tests: it needs four seconds until it announces anything. */
    private static JmDNS network;

    @BeforeAll
    static void announce() throws IOException {
        network = JmDNS.create(InetAddress.getByAddress("speaker", new byte[] {127, 0, 0, 1}), "speaker");
        network.registerService(service("Attic", 9001, Map.of("v", "1", "fp", "0123456789abcdef", "key", "yes")));
        network.registerService(service("Bare", 9002, Map.of()));
        network.registerService(service(
                "Gar\u001b[2Jbage", 9003, Map.of("v", "-7", "fp", "zz\u0000", "key", "\u202e", "x", "y".repeat(200))));
    }

    @AfterAll
    static void close() throws IOException {
        network.close();
    }

    private static ServiceInfo service(String name, int port, Map<String, String> text) {
        return ServiceInfo.create(Announcement.SERVICE, name, port, 0, 0, text);
    }

    @Test
    void findsWhatIsAnnouncedWhateverItSays() throws Exception {
        Ear ear = new Ear();
        try (ServerDiscovery discovery = ServerDiscovery.start(LOOPBACK, ear)) {
            assertThat(ear.await("+", server -> server.name().equals("Attic")))
                    .isEqualTo(new FoundServer(
                            "Attic", List.of(new ServerAddress("127.0.0.1", 9001)), "0123456789abcdef", true, 1));
            assertThat(ear.await("+", server -> server.name().equals("Bare")))
                    .isEqualTo(new FoundServer("Bare", List.of(new ServerAddress("127.0.0.1", 9002)), "", false, 1));
            assertThat(ear.await("+", server -> server.address().port() == 9003))
                    .isEqualTo(new FoundServer(
                            "Gar\\u{1B}[2Jbage", List.of(new ServerAddress("127.0.0.1", 9003)), "", false, 1));
            assertThat(discovery.found()).extracting(FoundServer::name).contains("Attic", "Bare");
            assertThat(ear.threads).hasSize(1);
        }
    }

    @Test
    void hearsChangesAndGoodbyes() throws Exception {
        Ear ear = new Ear();
        try (ServerDiscovery discovery = ServerDiscovery.start(LOOPBACK, ear)) {
            Map<String, String> text = Map.of("v", "1", "fp", "c".repeat(16), "key", "no");
            ServiceInfo again = service("Cellar (2)", 9004, text);
            network.registerService(again);
            ear.await("+", server -> server.name().equals("Cellar (2)"));
            ServiceInfo cellar = service("Cellar", 9004, text);
            network.registerService(cellar);
            ear.await("*", server -> server.name().equals("Cellar"));
            network.unregisterService(again);
            long start = System.nanoTime();
            network.unregisterService(cellar);
            ear.await("-", server -> server.name().equals("Cellar"));
            // JmDNS itself takes two seconds to return
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
            assertThat(discovery.found()).extracting(FoundServer::name).doesNotContain("Cellar");
        }
    }

    @Test
    void findsTheServerOfAFingerprint() throws Exception {
        assertThat(ServerDiscovery.find(FINGERPRINT, Duration.ofSeconds(20), LOOPBACK))
                .map(FoundServer::name)
                .hasValue("Attic");
        assertThat(ServerDiscovery.find(ANOTHER, Duration.ofSeconds(1), LOOPBACK))
                .isEmpty();
    }

    @Test
    void findsNothingWhereItDoesNotLook() throws Exception {
        assertThat(ServerDiscovery.find(FINGERPRINT, Duration.ofSeconds(1), new NetworkChoice.None()))
                .isEmpty();
    }

    @Test
    void startsAndClosesWithoutMakingAnyoneWait() throws Exception {
        Ear ear = new Ear();
        long start = System.nanoTime();
        ServerDiscovery discovery = ServerDiscovery.start(LOOPBACK, ear);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
        ear.await("+", _ -> true);
        start = System.nanoTime();
        discovery.close();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
        discovery.close();
    }

    /** Notes what it hears. */
    private static final class Ear implements DiscoveryListener {
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
        private final List<Heard> all = new ArrayList<>();

        private record Heard(String what, FoundServer server) {}

        @Override
        public void appeared(FoundServer server) {
            hear("+", server);
        }

        @Override
        public void changed(FoundServer before, FoundServer now) {
            hear("*", now);
        }

        @Override
        public void gone(FoundServer server) {
            hear("-", server);
        }

        private void hear(String what, FoundServer server) {
            threads.add(Thread.currentThread());
            heard.add(new Heard(what, server));
        }

        FoundServer await(String what, Predicate<FoundServer> which) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (System.nanoTime() < end) {
                for (Heard one : all) {
                    if (one.what.equals(what) && which.test(one.server)) {
                        return one.server;
                    }
                }
                Heard one = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (one != null) {
                    all.add(one);
                }
            }
            throw new AssertionError("not heard: " + what + "; all that was: " + all);
        }
    }
}
