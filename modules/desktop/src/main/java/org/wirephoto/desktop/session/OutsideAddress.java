package org.wirephoto.desktop.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.client.ServerFinder;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/** Finds out where other machines reach a server that this one reaches under an address that is its own alone. */
final class OutsideAddress {
    private static final Logger LOG = LogManager.getLogger(OutsideAddress.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MOST_TRIED = 6;

    private final ServerFinder finder;
    private final Own own;
    private final Identify identify;

    /** This machine's addresses. */
    @FunctionalInterface
    interface Own {
        List<InetAddress> addresses() throws IOException;
    }

    /** Who answers at an address. */
    @FunctionalInterface
    interface Identify {
        Fingerprint at(ServerAddress address) throws IOException;
    }

    OutsideAddress(ServerFinder finder) {
        this(finder, OutsideAddress::ownAddresses, address -> WirephotoClient.fingerprint(address, LIMIT));
    }

    OutsideAddress(ServerFinder finder, Own own, Identify identify) {
        this.finder = finder;
        this.own = own;
        this.identify = identify;
    }

    /**
     * Another address of a server: one that it announces, or one of this machine. Whoever answers there has proved to
     * be the server. Blocks for some seconds at most.
     *
     * @return {@code known} itself where there is no other
     */
    ServerAddress of(ServerAddress known, Fingerprint fingerprint) throws IOException, InterruptedException {
        List<ServerAddress> candidates = new ArrayList<>(finder.find(fingerprint, LIMIT));
        own.addresses().forEach(address -> candidates.add(new ServerAddress(address.getHostAddress(), known.port())));
        return candidates.stream()
                .filter(candidate -> !Session.isLoopback(candidate))
                .distinct()
                .limit(MOST_TRIED)
                .filter(candidate -> answers(candidate, fingerprint))
                .findFirst()
                .orElse(known);
    }

    private boolean answers(ServerAddress candidate, Fingerprint fingerprint) {
        try {
            return identify.at(candidate).equals(fingerprint);
        } catch (IOException e) {
            LOG.debug("The server is not at {}", candidate, e);
            return false;
        }
    }

    private static List<InetAddress> ownAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .sorted(Comparator.comparing(address -> !address.isSiteLocalAddress()))
                .toList();
    }
}
