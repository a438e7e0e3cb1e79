package org.wirephoto.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.mdns.PlaceDns;
import org.wirephoto.protocol.Announcement;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.NetworkPlace;
import org.wirephoto.protocol.NetworkWatch;

/**
 * Tells the networks that the server is here, by DNS-SD over multicast DNS, until it is closed. A network on which that
 * fails costs a line in the log, and never the server.
 */
final class Announcer implements NetworkWatch.Visitor, AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Announcer.class);
    /** A label of DNS has 63; JmDNS adds a number where another server has the name already. */
    private static final int LABEL_BYTES = 58;

    private static final Duration ASKING = Duration.ofMillis(400);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Announced server;
    private final String host =
            "wirephoto" + Long.toHexString(ThreadLocalRandom.current().nextLong() >>> 16);
    private final Map<NetworkPlace, PlaceDns> places = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<Thread> leaving = ConcurrentHashMap.newKeySet();
    private final NetworkWatch watch;
    private volatile boolean closed;

    private Announcer(Announced server, NetworkChoice where) {
        this.server = server;
        this.watch = NetworkWatch.start("announcer", where, this);
    }

    /** Begins to announce; returns at once. */
    static Announcer start(Announced server, NetworkChoice where) {
        return new Announcer(server, where);
    }

    @Override
    public void joined(NetworkPlace place) throws IOException {
        List<InetAddress> addresses =
                place.addresses().stream().filter(server::reachableAt).toList();
        if (addresses.isEmpty()) {
            return;
        }
        awaitGoodbyes();
        PlaceDns dns = PlaceDns.open(host, addresses);
        places.put(place, dns);
        if (closed) {
            left(place);
        } else {
            Thread.ofPlatform().daemon().name("announcer-joining").start(() -> announce(dns.dns(), place));
        }
    }

    /** What is said next must not be taken back by a goodbye that is still being said. */
    private void awaitGoodbyes() throws IOException {
        try {
            awaitLeaving();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /**
     * Asks first whether the name is taken, for then JmDNS takes another: of servers on one machine it would only find
     * out when both have announced it.
     */
    private void announce(JmDNS dns, NetworkPlace place) {
        String label = label(server.name());
        try {
            dns.requestServiceInfo(Announcement.SERVICE, label, ASKING.toMillis());
            Map<String, String> text = server.announcement().text();
            dns.registerService(ServiceInfo.create(Announcement.SERVICE, label, server.port(), 0, 0, text));
            LOG.info("Announcing {} on {}", server.name(), place);
        } catch (IOException e) {
            failed("Nothing can be said on " + place, e);
        } catch (IllegalStateException e) {
            LOG.debug("The network {} was left while it was joined", place, e);
        }
    }

    /** A name as one label of DNS: short enough, and its dots escaped, as JmDNS wants them. */
    static String label(String name) {
        StringBuilder label = new StringBuilder();
        int bytes = 0;
        for (int point : name.codePoints().toArray()) {
            String character = Character.toString(point);
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LABEL_BYTES) {
                break;
            }
            label.append(
                    switch (point) {
                        case '.' -> "\\.";
                        case '\\' -> "/";
                        default -> character;
                    });
        }
        return label.toString().strip();
    }

    @Override
    public void left(NetworkPlace place) {
        PlaceDns dns = places.remove(place);
        if (dns != null) {
            LOG.info("No longer announcing on {}", place);
            leave(dns);
        }
    }

    @Override
    public boolean isSpent(NetworkPlace place) {
        PlaceDns dns = places.get(place);
        return dns != null && dns.isSpent();
    }

    @Override
    public void failed(String what, IOException fault) {
        if (told.add(what)) {
            LOG.warn("{}: {} The server is not announced there.", what, fault.toString());
        }
    }

    /** On a thread of its own: it takes half a second. */
    private void leave(PlaceDns dns) {
        Thread thread = Thread.ofPlatform().daemon().name("announcer-leaving").unstarted(() -> {
            try {
                dns.close();
            } finally {
                leaving.remove(Thread.currentThread());
            }
        });
        leaving.add(thread);
        thread.start();
    }

    /** Says goodbye on all networks; does not wait until it is said. */
    void leave() {
        closed = true;
        watch.close();
        places.keySet().forEach(this::left);
    }

    /** Says goodbye, and waits for that up to two seconds. */
    @Override
    public void close() {
        leave();
        try {
            if (!awaitLeaving()) {
                LOG.warn("Goodbye to the network takes longer than {}", FAREWELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while saying goodbye to the network", e);
        }
    }

    private boolean awaitLeaving() throws InterruptedException {
        long end = System.nanoTime() + FAREWELL.toNanos();
        for (Thread thread : leaving) {
            if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }
}
