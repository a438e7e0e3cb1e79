package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirephoto.protocol.Announcement;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.NetworkChoice;

/** On loopback alone. */
class AnnouncerTest {
    private static final NetworkChoice LOOPBACK = new NetworkChoice.Named(Set.of("lo"));
    private static final Fingerprint FINGERPRINT = new Fingerprint("0123456789abcdef".repeat(4));
    private static final Announcement SAYS = Announcement.of(Optional.of(FINGERPRINT), true);

    private static final Ear EAR = new Ear();

    private final List<Announcer> announcers = new ArrayList<>();

    @BeforeAll
    static void listen() throws IOException {
        EAR.open();
    }

    @AfterAll
    static void listenNoMore() throws IOException {
        EAR.close();
    }

    @AfterEach
    void stop() {
        announcers.forEach(Announcer::close);
    }

    private Announcer announce(String name, int port, NetworkChoice where) {
        return announce(name, new InetSocketAddress(port), where);
    }

    private Announcer announce(String name, InetSocketAddress address, NetworkChoice where) {
        Announcer announcer = Announcer.start(new Announced(name, address, SAYS), where);
        announcers.add(announcer);
        return announcer;
    }

    @Test
    void isHeardWithinTwoSecondsWithWhatItSays() throws Exception {
        long start = System.nanoTime();
        announce("Living room", 9999, LOOPBACK);
        ServiceInfo heard =
                EAR.await("+", info -> info.getName().equals("Living room") && info.getPropertyString("key") != null);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(2));
        assertThat(heard.getPort()).isEqualTo(9999);
        assertThat(heard.getPropertyString("v")).isEqualTo("1");
        assertThat(heard.getPropertyString("fp")).isEqualTo("0123456789abcdef");
        assertThat(heard.getPropertyString("key")).isEqualTo("yes");
        assertThat(heard.getInetAddresses()).contains(InetAddress.getLoopbackAddress());
    }

    @Test
    void saysGoodbye() throws Exception {
        Announcer announcer = announce("Leaving", 9998, LOOPBACK);
        EAR.await("+", info -> info.getName().equals("Leaving"));
        long start = System.nanoTime();
        announcer.close();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
        EAR.awaitEnd("Leaving");
    }

    /** The newcomer, where it hears of the other in time; on a machine that is busy the other may give way. */
    @Test
    void takesAnotherNameWhereAnotherServerHasIt() throws Exception {
        announce("Twin", 9001, LOOPBACK);
        EAR.await("+", info -> info.getName().startsWith("Twin") && info.getPort() == 9001);
        announce("Twin", 9002, LOOPBACK);
        EAR.await("+", info -> info.getName().startsWith("Twin") && info.getPort() == 9002);
        assertThat(EAR.await("+", info -> info.getName().equals("Twin (2)")).getPort())
                .isIn(9001, 9002);
    }

    @Test
    void keepsNamesWithDots() throws Exception {
        announce("box.example.org", 9003, LOOPBACK);
        assertThat(EAR.await("+", info -> info.getName().equals("box.example.org"))
                        .getPort())
                .isEqualTo(9003);
    }

    @Test
    void keepsToTheAddressThatTheServerListensAt() throws Exception {
        announce("Elsewhere", new InetSocketAddress("192.0.2.77", 9004), LOOPBACK);
        announce("Here", new InetSocketAddress(InetAddress.getLoopbackAddress(), 9005), LOOPBACK);
        EAR.await("+", info -> info.getName().equals("Here"));
        assertThat(EAR.names()).doesNotContain("Elsewhere");
    }

    @Test
    void saysNothingWhereNothingIsMeant() throws Exception {
        announce("Silent", 9006, new NetworkChoice.None());
        announce("Heard", 9007, LOOPBACK);
        EAR.await("+", info -> info.getName().equals("Heard"));
        assertThat(EAR.names()).doesNotContain("Silent");
    }

    @Nested
    class Label {
        @ParameterizedTest
        @CsvSource({"attic, attic", "a.b, a\\.b", "a\\b, a/b"})
        void escapesWhatDnsNamesAreMadeOf(String name, String label) {
            assertThat(Announcer.label(name)).isEqualTo(label);
        }

        @Test
        void cutsBetweenCharacters() {
            assertThat(Announcer.label("é".repeat(40))).isEqualTo("é".repeat(29));
            assertThat(Announcer.label("x" + "🖼".repeat(40))).isEqualTo("x" + "🖼".repeat(14));
        }
    }

    /** Hears what is announced on loopback. */
    private static final class Ear implements ServiceListener {
        private record Heard(String what, ServiceInfo info) {}

        private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
        private final List<Heard> all = new ArrayList<>();
        private JmDNS dns;

        void open() throws IOException {
            dns = JmDNS.create(InetAddress.getByAddress("ear", new byte[] {127, 0, 0, 1}), "ear");
            dns.addServiceListener(Announcement.SERVICE, this);
        }

        ServiceInfo await(String what, Predicate<ServiceInfo> which) throws InterruptedException {
            return await(what, which, () -> {});
        }

        /** JmDNS looks only every ten seconds for what has ended, or when it is asked something. */
        void awaitEnd(String name) throws InterruptedException {
            await(
                    "-",
                    info -> info.getName().equals(name),
                    () -> dns.requestServiceInfo(Announcement.SERVICE, "Nobody", 1));
        }

        private ServiceInfo await(String what, Predicate<ServiceInfo> which, Runnable meanwhile)
                throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (System.nanoTime() < end) {
                meanwhile.run();
                Heard one = heard.poll(100, TimeUnit.MILLISECONDS);
                if (one != null) {
                    all.add(one);
                    if (one.what.equals(what) && which.test(one.info)) {
                        return one.info;
                    }
                }
            }
            throw new AssertionError("not heard; all that was: " + all);
        }

        List<String> names() {
            return all.stream().map(one -> one.info.getName()).toList();
        }

        void close() throws IOException {
            dns.close();
        }

        @Override
        public void serviceAdded(ServiceEvent event) {
            dns.requestServiceInfo(event.getType(), event.getName(), 1);
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            heard.add(new Heard("-", event.getInfo()));
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            heard.add(new Heard("+", event.getInfo()));
        }
    }
}
