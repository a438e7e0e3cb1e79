package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirephoto.protocol.Announcement;
import org.wirephoto.protocol.NetworkPlace;
import org.wirephoto.protocol.ServerAddress;

class SightingsTest {
    private static final NetworkPlace WIRED = place("eth0", 2, "192.0.2.9");
    private static final NetworkPlace WIRED6 = place("eth0", 2, "fe80::9");
    private static final NetworkPlace WIRELESS = place("wlan0", 3, "198.51.100.9");
    private static final NetworkPlace LOOPBACK = place("lo", 1, "127.0.0.1");
    private static final Announcement PINNED = Announcement.read(Map.of("fp", "0123456789abcdef", "key", "yes"));
    private static final Announcement OTHER = Announcement.read(Map.of("fp", "ffffffffffffffff"));
    private static final Announcement BARE = Announcement.read(Map.of());

    private final Sightings sightings = new Sightings();

    private static NetworkPlace place(String network, int index, String address) {
        return new NetworkPlace(network, index, List.of(address(address)));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new AssertionError(text, e);
        }
    }

    private void see(NetworkPlace place, String name, int port, Announcement says, String... addresses) {
        sightings.add(new Sighting(
                place,
                name,
                port,
                says,
                Stream.of(addresses).map(SightingsTest::address).toList()));
    }

    private List<FoundServer> servers() {
        return Sightings.byName(sightings.servers());
    }

    @Test
    void whatSeveralNetworksShowIsOneServerWithTheBestAddressFirst() {
        see(WIRED6, "Attic", 9999, PINNED, "fe80::5");
        see(WIRED, "Attic", 9999, PINNED, "192.0.2.5");
        see(WIRELESS, "Attic (2)", 9999, PINNED, "198.51.100.5", "2001:db8::5");
        assertThat(servers())
                .containsExactly(new FoundServer(
                        "Attic",
                        List.of(
                                new ServerAddress("192.0.2.5", 9999),
                                new ServerAddress("198.51.100.5", 9999),
                                new ServerAddress("2001:db8::5", 9999),
                                new ServerAddress("fe80::5%eth0", 9999)),
                        "0123456789abcdef",
                        true,
                        1));
    }

    @Test
    void theAddressThatIsShownDoesNotDependOnWhichNetworkShowedItFirst() {
        see(WIRELESS, "Attic", 9999, PINNED, "198.51.100.5");
        see(WIRED, "Attic", 9999, PINNED, "203.0.113.5", "192.0.2.5");
        assertThat(servers().getFirst().addresses())
                .extracting(ServerAddress::host)
                .containsExactly("192.0.2.5", "203.0.113.5", "198.51.100.5");
    }

    @Test
    void addressesCanBeReadAgain() {
        see(WIRED6, "Attic", 9999, PINNED, "fe80::5");
        ServerAddress address = servers().getFirst().address();
        assertThat(ServerAddress.parse(address.toString())).hasValue(address);
    }

    @Test
    void otherFingerprintsPortsAndNamesAreOtherServers() {
        see(WIRED, "a", 9999, PINNED, "192.0.2.5");
        see(WIRED, "b", 9999, OTHER, "192.0.2.5");
        see(WIRED, "c", 9998, PINNED, "192.0.2.5");
        see(WIRED, "d", 9999, BARE, "192.0.2.5");
        see(WIRED, "e", 9999, BARE, "192.0.2.5");
        assertThat(servers()).extracting(FoundServer::name).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void withoutAFingerprintTheNameMakesOneServerOfSeveralSightings() {
        see(WIRED, "Attic", 9999, BARE, "192.0.2.5");
        see(WIRELESS, "Attic", 9999, BARE, "198.51.100.5");
        assertThat(servers())
                .singleElement()
                .satisfies(server -> assertThat(server.addresses()).hasSize(2));
    }

    @Test
    void namesAreMadeFitForATerminal() {
        see(WIRED, "\u001b[2Jevil\u202e", 9999, BARE, "192.0.2.5");
        see(WIRED, "x".repeat(5000), 9999, BARE, "192.0.2.6");
        assertThat(servers().getFirst().name()).isEqualTo("\\u{1B}[2Jevil\\u{202E}");
        assertThat(servers().getLast().name()).hasSizeLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.251", "ff02::fb", "127.0.0.1", "::1"})
    void addressesThatLeadNowhereAreLeftOut(String nowhere) {
        see(WIRED, "Attic", 9999, BARE, nowhere, "192.0.2.5");
        see(WIRED, "Nowhere", 9999, BARE, nowhere);
        assertThat(servers())
                .extracting(FoundServer::addresses)
                .containsExactly(List.of(new ServerAddress("192.0.2.5", 9999)));
    }

    @Test
    void loopbackIsMeantWhereItIsLookedAt() {
        see(LOOPBACK, "Here", 9999, BARE, "127.0.0.1");
        assertThat(servers()).extracting(FoundServer::address).containsExactly(new ServerAddress("127.0.0.1", 9999));
    }

    @Test
    void aPortThatIsNoneIsLeftOut() {
        see(WIRED, "Attic", 0, BARE, "192.0.2.5");
        see(WIRED, "Attic", 65_536, BARE, "192.0.2.5");
        assertThat(servers()).isEmpty();
    }

    @Test
    void aPlaceThatIsLeftTakesItsSightingsWithIt() {
        see(WIRED, "Attic", 9999, PINNED, "192.0.2.5");
        see(WIRELESS, "Attic", 9999, PINNED, "198.51.100.5");
        sightings.remove(WIRED);
        assertThat(servers())
                .extracting(FoundServer::addresses)
                .containsExactly(List.of(new ServerAddress("198.51.100.5", 9999)));
        sightings.remove(WIRELESS, "Attic");
        assertThat(servers()).isEmpty();
    }

    @Test
    void aFloodFillsNothing() throws UnknownHostException {
        byte[] address = {(byte) 192, 0, 2, 1};
        List<InetAddress> many = Stream.iterate(0, n -> n < 100, n -> n + 1)
                .map(n -> {
                    address[3] = n.byteValue();
                    try {
                        return InetAddress.getByAddress(address.clone());
                    } catch (UnknownHostException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        for (int i = 0; i < 2000; i++) {
            sightings.add(new Sighting(WIRED, "server " + i, 9999, BARE, many));
        }
        assertThat(servers())
                .hasSize(512)
                .allSatisfy(server -> assertThat(server.addresses()).hasSizeLessThanOrEqualTo(16));
    }
}
