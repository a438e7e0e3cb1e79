package org.wirephoto.client;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
            sheet.skipped(DoctorCheck.INTERFACES, "The network is not looked at, as was asked.");
            return;
        }
        try {
            List<NetworkPlace> all = new ArrayList<>();
            for (NetworkInterface network : networks.networks()) {
                all.addAll(NetworkPlace.of(network));
            }
            places = all;
        } catch (SocketException e) {
            sheet.failed(DoctorCheck.INTERFACES, "This machine does not tell its interfaces: " + e.getMessage() + ".");
            return;
        }
        if (places.isEmpty()) {
            sheet.failed(DoctorCheck.INTERFACES, "This machine is on no network.");
        } else {
            sheet.ok(DoctorCheck.INTERFACES, "This machine is on " + names(places) + ".");
        }
    }

    private static String names(List<NetworkPlace> places) {
        return places.stream().map(NetworkPlace::toString).collect(Collectors.joining(", "));
    }

    private void multicast() throws InterruptedException {
        sheet.begin(DoctorCheck.MULTICAST);
        if (places.isEmpty()) {
            sheet.skipped(DoctorCheck.MULTICAST, "There is no network to send on.");
            return;
        }
        probes = probe(places);
        List<NetworkPlace> well = where(true);
        if (well.isEmpty()) {
            String reasons = probes.stream()
                    .flatMap(probe -> probe.trouble().stream())
                    .map(IOException::getMessage)
                    .distinct()
                    .map(reason -> " (" + reason + ")")
                    .collect(Collectors.joining());
            sheet.failed(
                    DoctorCheck.MULTICAST,
                    "What is sent to all on the network does not come back on " + names(places) + reasons + ".");
            return;
        }
        List<NetworkPlace> badly = where(false);
        sheet.ok(
                DoctorCheck.MULTICAST,
                "Sent and received on " + names(well)
                        + (badly.isEmpty() ? "" : ", not on " + names(badly))
                        + (answers() == 0 ? "; nobody else answers." : "; other machines answer, too."));
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
            sheet.skipped(DoctorCheck.SERVERS_FOUND, "There is no network to look at.");
            return;
        }
        var _ = new CountDownLatch(1).await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        found = discovery.found();
        if (found.isEmpty()) {
            sheet.failed(DoctorCheck.SERVERS_FOUND, "No server announces itself on the network.");
            return;
        }
        String names = found.stream()
                .limit(MOST_NAMED)
                .map(server -> server.name() + " (" + server.address() + ")")
                .collect(Collectors.joining(", "));
        sheet.ok(
                DoctorCheck.SERVERS_FOUND,
                names + (found.size() > MOST_NAMED ? " and " + (found.size() - MOST_NAMED) + " more" : "") + ".");
    }

    /** The servers that announce themselves. */
    List<FoundServer> found() {
        return found;
    }

    /** Why no server was found, where none was. */
    Diagnosis.Verdict whyNothing() {
        if (networks instanceof NetworkChoice.None) {
            return Verdicts.notNamed();
        }
        if (places.isEmpty()) {
            return Verdicts.noNetwork();
        }
        if (where(true).isEmpty()) {
            return Verdicts.multicastBlocked();
        }
        return answers() == 0 && isWireless() ? Verdicts.isolation() : Verdicts.noServer(answers() > 0);
    }

    /** Whether all of this machine's networks seem to be wireless, as far as their names tell. */
    boolean isWireless() {
        return !places.isEmpty()
                && places.stream().allMatch(place -> place.network().startsWith("wl"));
    }
}
