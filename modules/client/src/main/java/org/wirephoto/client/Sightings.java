package org.wirephoto.client;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirephoto.protocol.NetworkPlace;
import org.wirephoto.protocol.PeerText;
import org.wirephoto.protocol.ServerAddress;

/** What is seen on all networks, and the servers that it makes: one that several networks show is one. */
final class Sightings {
    /** Somebody may announce any number of servers. */
    private static final int MOST = 512;

    private static final int MOST_ADDRESSES = 16;
    private static final int LONGEST_NAME = 100;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern ZEROES = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");
    /** Of those that are equally good the one on the network that this machine counts first, whatever is heard first. */
    private static final Comparator<Reachable> BEST_FIRST = Comparator.comparing(
                    Reachable::address,
                    Comparator.comparing(InetAddress::isLoopbackAddress)
                            .thenComparing(InetAddress::isLinkLocalAddress)
                            .thenComparing(Inet6Address.class::isInstance))
            .thenComparingInt(one -> one.place().index())
            .thenComparing(one -> one.address().getAddress(), Arrays::compareUnsigned);

    private static final Comparator<FoundServer> BY_NAME = Comparator.comparing(
                    FoundServer::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(server -> server.address().toString());

    private final Map<Where, Sighting> seen = new LinkedHashMap<>();

    private record Where(NetworkPlace place, String name) {}

    /** What makes two sightings one server: its fingerprint, or where it has none its name. */
    record Identity(String fingerprintPrefix, String name, int port) {}

    private record Reachable(NetworkPlace place, InetAddress address, int port) {}

    /** Adds or replaces a sighting; one that nobody could use, or one too many, is left out. */
    synchronized void add(Sighting sighting) {
        Where where = new Where(sighting.place(), sighting.name());
        if (sighting.port() < 1
                || sighting.port() > HIGHEST_PORT
                || reachable(sighting).findAny().isEmpty()) {
            seen.remove(where);
        } else if (seen.size() < MOST || seen.containsKey(where)) {
            seen.put(where, sighting);
        }
    }

    synchronized void remove(NetworkPlace place, String name) {
        seen.remove(new Where(place, name));
    }

    /** Forgets all that was seen at a place. */
    synchronized void remove(NetworkPlace place) {
        seen.keySet().removeIf(where -> where.place().equals(place));
    }

    /** The servers that all this makes. */
    synchronized Map<Identity, FoundServer> servers() {
        Map<Identity, List<Sighting>> groups = new LinkedHashMap<>();
        for (Sighting sighting : seen.values()) {
            groups.computeIfAbsent(identity(sighting), _ -> new ArrayList<>()).add(sighting);
        }
        Map<Identity, FoundServer> servers = new LinkedHashMap<>();
        groups.forEach((identity, sightings) -> servers.put(identity, server(sightings)));
        return servers;
    }

    /** The order in which people look for one. */
    static List<FoundServer> byName(Map<Identity, FoundServer> servers) {
        return servers.values().stream().sorted(BY_NAME).toList();
    }

    private static Identity identity(Sighting sighting) {
        String prefix = sighting.announcement().fingerprintPrefix();
        return new Identity(prefix, prefix.isEmpty() ? sighting.name() : "", sighting.port());
    }

    private static FoundServer server(List<Sighting> sightings) {
        Sighting first = sightings.getFirst();
        // A machine that is on one network twice has to call itself by another name the second time.
        String name = sightings.stream()
                .map(Sighting::name)
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        List<ServerAddress> addresses = sightings.stream()
                .flatMap(Sightings::reachable)
                .sorted(BEST_FIRST)
                .map(Sightings::address)
                .distinct()
                .limit(MOST_ADDRESSES)
                .toList();
        return new FoundServer(
                PeerText.safe(name, LONGEST_NAME),
                addresses,
                first.announcement().fingerprintPrefix(),
                first.announcement().keyNeeded(),
                first.announcement().version());
    }

    private static Stream<Reachable> reachable(Sighting sighting) {
        boolean here = sighting.place().address().isLoopbackAddress();
        return sighting.addresses().stream()
                .filter(address -> !address.isAnyLocalAddress() && !address.isMulticastAddress())
                .filter(address -> here || !address.isLoopbackAddress())
                .limit(MOST_ADDRESSES)
                .map(address -> new Reachable(sighting.place(), address, sighting.port()));
    }

    /** An address as it is typed; one that means nothing but on its network says on which. */
    private static ServerAddress address(Reachable reachable) {
        InetAddress address = reachable.address();
        String text = address.getHostAddress();
        if (address instanceof Inet4Address) {
            return new ServerAddress(text, reachable.port());
        }
        String bare = ZEROES.matcher(text.replaceFirst("%.*", "")).replaceFirst("::");
        String zone = address.isLinkLocalAddress() ? "%" + reachable.place().network() : "";
        return new ServerAddress(bare + zone, reachable.port());
    }
}
