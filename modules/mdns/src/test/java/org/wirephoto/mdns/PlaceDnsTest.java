package org.wirephoto.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.jmdns.ServiceInfo;
import javax.jmdns.impl.DNSIncoming;
import javax.jmdns.impl.DNSRecord;
import javax.jmdns.impl.ServiceInfoImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Announcement;

/** On loopback alone, against a socket that says and hears what another machine might. */
class PlaceDnsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetSocketAddress GROUP = new InetSocketAddress(InetAddress.ofLiteral("224.0.0.251"), 5353);

    private final List<PlaceDns> open = new ArrayList<>();
    private MulticastSocket other;

    @BeforeEach
    void listen() throws IOException {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(HERE);
        other = new MulticastSocket(GROUP.getPort());
        other.setNetworkInterface(loopback);
        other.joinGroup(GROUP, loopback);
        other.setSoTimeout(200);
    }

    @AfterEach
    void close() {
        other.close();
        open.forEach(PlaceDns::close);
    }

    private PlaceDns open(String host, InetAddress... addresses) throws IOException {
        PlaceDns dns = PlaceDns.open(host, List.of(addresses));
        open.add(dns);
        return dns;
    }

    private static ServiceInfo service(String name, int port) {
        return ServiceInfo.create(Announcement.SERVICE, name, port, 0, 0, Map.of("v", "1"));
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** Waits for a response with a record that says something. */
    private List<DNSRecord> hear(String what) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        List<String> all = new ArrayList<>();
        DatagramPacket packet = new DatagramPacket(new byte[9000], 9000);
        while (System.nanoTime() < end) {
            try {
                packet.setLength(9000);
                other.receive(packet);
            } catch (SocketTimeoutException e) {
                continue; // nothing was said just now
            }
            DNSIncoming message = new DNSIncoming(packet);
            all.addAll(message.getAllAnswers().stream().map(DNSRecord::toString).toList());
            if (message.isResponse()
                    && message.getAllAnswers().stream()
                            .anyMatch(one -> one.toString().contains(what))) {
                return message.getAllAnswers();
            }
        }
        throw new AssertionError("not heard: " + what + "; all that was: " + String.join("\n", all));
    }

    private void say(byte[] message) throws IOException {
        other.send(new DatagramPacket(message, message.length, GROUP));
    }

    @Test
    void isNoConflictWithItselfAtAnotherPlace() throws Exception {
        byte[] elsewhere = new Messages()
                .server("Attic." + Messages.TYPE, "wirephoto-self.local")
                .address("wirephoto-self.local", "192.0.2.9")
                .response();
        PlaceDns dns = open("wirephoto-self", HERE);
        say(elsewhere);
        ServiceInfo info = service("Attic", Messages.PORT);
        dns.dns().registerService(info);
        say(elsewhere);
        await("announcement", ((ServiceInfoImpl) info)::isAnnounced);
        assertThat(info.getName()).isEqualTo("Attic");
        assertThat(dns.dns().getHostName()).isEqualTo("wirephoto-self.local.");
    }

    @Test
    void givesWayToAnotherServerOfItsName() throws Exception {
        open("wirephoto-one", HERE).dns().registerService(service("Cellar", 9102));
        hear("wirephoto-one.local.:9102");
        PlaceDns second = open("wirephoto-two", HERE);
        second.dns().requestServiceInfo(Announcement.SERVICE, "Cellar", 400);
        ServiceInfo info = service("Cellar", 9103);
        second.dns().registerService(info);
        hear("wirephoto-two.local.:9103");
        assertThat(info.getName()).isEqualTo("Cellar (2)");
    }

    @Test
    void tellsAllAddressesOfItsPlace() throws Exception {
        open("wirephoto-many", HERE, InetAddress.ofLiteral("127.0.0.7"), InetAddress.ofLiteral("fd77::1"));
        assertThat(hear("address: '127.0.0.1'"))
                .allMatch(record -> record.getName().equals("wirephoto-many.local.") && record.isUnique())
                .extracting(DNSRecord::toString)
                .anyMatch(record -> record.endsWith("address: '127.0.0.7']"))
                .anyMatch(record -> record.endsWith("address: 'fd77:0:0:0:0:0:0:1']"));
    }

    @Test
    void takesInSoMuchAndNoMore() throws Exception {
        PlaceDns dns = open("wirephoto-flooded", HERE);
        BoundedDns inner = (BoundedDns) dns.dns();
        assertThat(dns.isSpent()).isFalse();
        int[] server = {0};
        await("too much", () -> {
            try {
                Messages message = new Messages();
                for (int i = 0; i < 20; i++) {
                    message.announce("Server " + server[0]++);
                }
                say(message.response());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return dns.isSpent();
        });
        assertThat(server[0]).isGreaterThan(Intake.MOST_RECORDS / 6);
        assertThat(inner.getCache().allValues()).hasSizeBetween(1000, Intake.MOST_RECORDS + 10);
    }
}
