package org.wirephoto.client;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.wirephoto.client.Diagnosis.Cause;
import org.wirephoto.client.DoctorFinding.Seen;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.NetworkPlace;

/** The first half of what a doctor looks at: this machine, its networks, and who is on them. */
final class NetworkExamination {
    private static final Duration LISTENING = Duration.ofMillis(1200);
    private static final Duration SEARCH = Duration.ofMillis(2500);
    private static final int MOST_NAMED = 5;

    private final NetworkChoice networks;
    private final Examination sheet;
    private List<NetworkPlace> places = List.of();
    private List<MulticastProbe.Result> probes = List.of();
    private List<FoundServer> found = List.of();

    NetworkExamination(NetworkChoice networks, Examination sheet) {
        this.networks = networks;
        this.sheet = sheet;
    }

    void run() throws InterruptedException {
        long end = System.nanoTime() + SEARCH.toNanos();
        try (ServerDiscovery discovery = ServerDiscovery.start(networks, DiscoveryListener.silent())) {
            interfaces();
            multicast();
            search(discovery, end);
        }
    }

    private void interfaces() {
        sheet.begin(DoctorCheck.INTERFACES);
        if (networks instanceof NetworkChoice.None) {
            sheet.end(DoctorCheck.INTERFACES, Seen.NOT_WANTED);
            return;
        }
        try {
            List<NetworkPlace> all = new ArrayList<>();
            for (NetworkInterface network : networks.networks()) {
                all.addAll(NetworkPlace.of(network));
            }
            places = all;
        } catch (SocketException e) {
            sheet.end(DoctorCheck.INTERFACES, Seen.INTERFACES_UNREADABLE, String.valueOf(e.getMessage()));
            return;
        }
        if (places.isEmpty()) {
            sheet.end(DoctorCheck.INTERFACES, Seen.ON_NO_NETWORK);
        } else {
            sheet.end(DoctorCheck.INTERFACES, Seen.ON_NETWORKS, names(places));
        }
    }

    private static String names(List<NetworkPlace> places) {
        return places.stream().map(NetworkPlace::toString).collect(Collectors.joining(", "));
    }

    private void multicast() throws InterruptedException {
        sheet.begin(DoctorCheck.MULTICAST);
        if (places.isEmpty()) {
            sheet.end(DoctorCheck.MULTICAST, Seen.NO_NETWORK_TO_TRY);
            return;
        }
        probes = probe(places);
        List<NetworkPlace> well = where(true);
        if (well.isEmpty()) {
            String reasons = probes.stream()
                    .flatMap(probe -> probe.trouble().stream())
                    .map(trouble -> String.valueOf(trouble.getMessage()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            sheet.end(DoctorCheck.MULTICAST, Seen.MULTICAST_LOST, names(places), reasons);
            return;
        }
        List<NetworkPlace> badly = where(false);
        if (badly.isEmpty()) {
            Seen seen = answers() == 0 ? Seen.MULTICAST_ALONE : Seen.MULTICAST_ANSWERED;
            sheet.end(DoctorCheck.MULTICAST, seen, names(well));
        } else {
            sheet.end(DoctorCheck.MULTICAST, Seen.MULTICAST_PARTLY, names(well), names(badly));
        }
    }

    private static List<MulticastProbe.Result> probe(List<NetworkPlace> places) throws InterruptedException {
        List<MulticastProbe.Result> results = new ArrayList<>();
        List<Thread> threads = places.stream()
                .map(place -> Thread.ofPlatform()
                        .daemon()
                        .name("wirephoto-probe")
                        .start(() -> {
                            MulticastProbe.Result result = MulticastProbe.run(place, LISTENING);
                            synchronized (results) {
                                results.add(result);
                            }
                        }))
                .toList();
        for (Thread thread : threads) {
            thread.join(LISTENING.multipliedBy(2));
        }
        synchronized (results) {
            return List.copyOf(results);
        }
    }

    private List<NetworkPlace> where(boolean returned) {
        return probes.stream()
                .filter(probe -> probe.returned() == returned)
                .map(MulticastProbe.Result::place)
                .toList();
    }

    private int answers() {
        return probes.stream().mapToInt(MulticastProbe.Result::others).sum();
    }

    private void search(ServerDiscovery discovery, long end) throws InterruptedException {
        sheet.begin(DoctorCheck.SERVERS_FOUND);
        if (places.isEmpty()) {
            sheet.end(DoctorCheck.SERVERS_FOUND, Seen.NO_NETWORK_TO_TRY);
            return;
        }
        var _ = new CountDownLatch(1).await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        found = discovery.found();
        if (found.isEmpty()) {
            sheet.end(DoctorCheck.SERVERS_FOUND, Seen.NO_SERVERS);
            return;
        }
        String names = found.stream()
                .limit(MOST_NAMED)
                .map(server -> server.name() + " (" + server.address() + ")")
                .collect(Collectors.joining(", "));
        sheet.end(DoctorCheck.SERVERS_FOUND, Seen.SERVERS, found.size() > MOST_NAMED ? names + ", …" : names);
    }

    /** The servers that announce themselves. */
    List<FoundServer> found() {
        return found;
    }

    /** Why no server was found, where none was. */
    Diagnosis.Verdict whyNothing() {
        return new Diagnosis.Verdict(causeOfNothing());
    }

    private Cause causeOfNothing() {
        if (networks instanceof NetworkChoice.None) {
            return Cause.NOT_NAMED;
        }
        if (places.isEmpty()) {
            return Cause.NO_NETWORK;
        }
        if (where(true).isEmpty()) {
            return Cause.FIREWALL;
        }
        if (answers() > 0) {
            return Cause.NO_SERVER;
        }
        return isWireless() ? Cause.CLIENT_ISOLATION : Cause.NOBODY_ANSWERS;
    }

    /** Whether all of this machine's networks seem to be wireless, as far as their names tell. */
    boolean isWireless() {
        return !places.isEmpty()
                && places.stream().allMatch(place -> place.network().startsWith("wl"));
    }
}
