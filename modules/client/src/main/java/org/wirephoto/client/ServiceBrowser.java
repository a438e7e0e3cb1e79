package org.wirephoto.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.mdns.PlaceDns;
import org.wirephoto.protocol.Announcement;
import org.wirephoto.protocol.NetworkPlace;
import org.wirephoto.protocol.NetworkWatch;

/** Asks the networks for servers, with a JmDNS for each place on them, and keeps what it hears in {@link Sightings}. */
final class ServiceBrowser implements NetworkWatch.Visitor {
    private static final Logger LOG = LogManager.getLogger(ServiceBrowser.class);
    private static final int ASKING_AT_ONCE = 4;
    private static final int MOST_TO_ASK = 512;

    private final Sightings sightings;
    private final Runnable heard;
    private final String host =
            "wirephoto" + Long.toHexString(ThreadLocalRandom.current().nextLong() >>> 16);
    private final Map<NetworkPlace, PlaceDns> places = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final ExecutorService asking = asking();
    private volatile boolean closed;

    /**
     * A browser that browses nowhere yet.
     *
     * @param heard called after something has changed; must not block
     */
    ServiceBrowser(Sightings sightings, Runnable heard) {
        this.sightings = sightings;
        this.heard = heard;
    }

    /** JmDNS blocks for 200 ms for each service that it asks about; what is too much is not asked. */
    private static ExecutorService asking() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                ASKING_AT_ONCE,
                ASKING_AT_ONCE,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_TO_ASK),
                Thread.ofPlatform().daemon().name("wirephoto-asking-", 0).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    @Override
    public void joined(NetworkPlace place) throws IOException {
        PlaceDns dns = PlaceDns.open(host, place.addresses());
        places.put(place, dns);
        if (closed) {
            left(place);
        } else {
            dns.dns().addServiceListener(Announcement.SERVICE, new Ear(place, dns.dns()));
            LOG.debug("Looking for servers on {}", place);
        }
    }

    @Override
    public boolean isSpent(NetworkPlace place) {
        PlaceDns dns = places.get(place);
        return dns != null && dns.isSpent();
    }

    @Override
    public void left(NetworkPlace place) {
        PlaceDns dns = places.remove(place);
        if (dns != null) {
            Thread.ofPlatform().daemon().name("wirephoto-leaving").start(dns::close);
        }
        sightings.remove(place);
        heard.run();
    }

    @Override
    public void failed(String what, IOException fault) {
        if (told.add(what)) {
            LOG.warn("{}: {}", what, fault.toString());
        }
    }

    /** Hears nothing more; returns at once. */
    void close() {
        closed = true;
        asking.shutdownNow();
        places.keySet().forEach(this::left);
    }

    /** Hears one JmDNS, on its threads. */
    private final class Ear implements ServiceListener {
        private final NetworkPlace place;
        private final JmDNS dns;

        Ear(NetworkPlace place, JmDNS dns) {
            this.place = place;
            this.dns = dns;
        }

        @Override
        public void serviceAdded(ServiceEvent event) {
            String name = event.getName();
            asking.execute(() -> dns.requestServiceInfo(Announcement.SERVICE, name, true, 1));
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            sightings.remove(place, event.getName());
            heard.run();
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            if (!places.containsKey(place)) {
                return; // a word that comes after the end
            }
            ServiceInfo info = event.getInfo();
            sightings.add(new Sighting(
                    place,
                    event.getName(),
                    info.getPort(),
                    Announcement.read(text(info)),
                    List.of(info.getInetAddresses())));
            heard.run();
        }

        private static Map<String, String> text(ServiceInfo info) {
            Map<String, String> text = new HashMap<>();
            for (String key : Collections.list(info.getPropertyNames())) {
                byte[] value = info.getPropertyBytes(key);
                if (value != null) {
                    text.put(key, new String(value, StandardCharsets.UTF_8));
                }
            }
            return text;
        }
    }
}
