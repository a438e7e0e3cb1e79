package org.wirephoto.client;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/**
 * Where one server is. A pinned server that can't be reached where it was is looked for: first where it was said to be,
 * then on the network. That is safe wherever one looks, since it has to prove who it is. For any thread.
 */
final class Whereabouts {
    private static final Logger LOG = LogManager.getLogger(Whereabouts.class);
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(3);
    /** A server that is off must not have its clients fill the network with questions. */
    private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(15);

    private static final int MOST_CANDIDATES = 4;

    private final ServerAddress given;
    private final ConnectionSettings settings;
    private final WireMaker wires;
    private final AtomicLong lastSearch = new AtomicLong(System.nanoTime() - BETWEEN_SEARCHES.toNanos());
    private volatile ServerAddress address;

    Whereabouts(ServerAddress given, ConnectionSettings settings, WireMaker wires) {
        this.given = given;
        this.settings = settings;
        this.wires = wires;
        this.address = given;
    }

    /** Where it was when it was last reached, or where it was said to be. */
    ServerAddress address() {
        return address;
    }

    Wire reach(Cancellation cancellation) throws IOException {
        ServerAddress last = address;
        try {
            return wires.make(last, settings.times().connect(), cancellation);
        } catch (UnreachableException e) {
            if (settings.trust() instanceof Trust.Pinned(Fingerprint fingerprint)) {
                return elsewhere(last, fingerprint, cancellation).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private Optional<Wire> elsewhere(ServerAddress last, Fingerprint fingerprint, Cancellation cancellation)
            throws CancelledException {
        Optional<Wire> wire = last.equals(given) ? Optional.empty() : tryAt(given, cancellation);
        if (wire.isPresent()) {
            return wire;
        }
        Set<ServerAddress> found = new LinkedHashSet<>(search(fingerprint, cancellation));
        found.remove(last);
        for (ServerAddress candidate : found.stream().limit(MOST_CANDIDATES).toList()) {
            wire = tryAt(candidate, cancellation);
            if (wire.isPresent()) {
                return wire;
            }
        }
        return Optional.empty();
    }

    private Optional<Wire> tryAt(ServerAddress candidate, Cancellation cancellation) throws CancelledException {
        Duration limit = shorter(settings.times().connect(), LONGEST_SEARCH);
        try {
            Wire wire = wires.make(candidate, limit, cancellation);
            address = candidate;
            LOG.debug("The server is at {} now", candidate);
            return Optional.of(wire);
        } catch (CancelledException e) {
            throw e;
        } catch (IOException e) {
            LOG.debug("The server is not at {}", candidate, e);
            return Optional.empty();
        }
    }

    private List<ServerAddress> search(Fingerprint fingerprint, Cancellation cancellation) throws CancelledException {
        long now = System.nanoTime();
        long last = lastSearch.get();
        if (now - last < BETWEEN_SEARCHES.toNanos() || !lastSearch.compareAndSet(last, now)) {
            return List.of();
        }
        try {
            return Aside.run(
                    () -> settings.finder().find(fingerprint, LONGEST_SEARCH),
                    unwanted -> {},
                    LONGEST_SEARCH.plusSeconds(1),
                    cancellation);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("The server could not be looked for", e);
            return List.of();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
