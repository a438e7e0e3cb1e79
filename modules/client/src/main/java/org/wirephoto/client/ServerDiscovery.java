package org.wirephoto.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.NetworkWatch;

/**
 * Finds the servers on the network, by DNS-SD over multicast DNS, for as long as it is open. Follows interfaces that
 * come and go. At most some hundreds of servers are kept. Safe for any thread.
 */
public final class ServerDiscovery implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(ServerDiscovery.class);
    /** What is known of a server comes in pieces: they are waited for, and told together. */
    private static final Duration SETTLING = Duration.ofMillis(150);

    private final DiscoveryListener listener;
    private final Sightings sightings = new Sightings();
    private final Semaphore changes = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServiceBrowser browser = new ServiceBrowser(sightings, this::changed);
    private final NetworkWatch watch;
    private volatile Map<Sightings.Identity, FoundServer> servers = Map.of();

    private ServerDiscovery(NetworkChoice networks, DiscoveryListener listener) {
        this.listener = listener;
        this.watch = NetworkWatch.start("wirephoto-networks", networks, browser);
    }

    /**
     * Begins to look; returns at once, and what is there is usually found within a second.
     *
     * @param networks where to look
     * @param listener hears what is found
     */
    public static ServerDiscovery start(NetworkChoice networks, DiscoveryListener listener) {
        ServerDiscovery discovery = new ServerDiscovery(networks, listener);
        Thread.ofPlatform().daemon().name("wirephoto-discovery").start(discovery::tell);
        return discovery;
    }

    private void changed() {
        if (changes.availablePermits() == 0) {
            changes.release();
        }
    }

    private void tell() {
        try {
            while (closed.getCount() > 0) {
                changes.acquire();
                boolean ended = closed.await(SETTLING.toNanos(), TimeUnit.NANOSECONDS);
                changes.drainPermits();
                if (!ended) {
                    Map<Sightings.Identity, FoundServer> before = servers;
                    servers = sightings.servers();
                    tell(before, servers);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody but the end of the program does that: nobody to tell then
        } catch (RuntimeException e) {
            LOG.error("A listener failed; it hears no more of servers on the network", e);
        }
    }

    private void tell(Map<Sightings.Identity, FoundServer> before, Map<Sightings.Identity, FoundServer> now) {
        before.forEach((identity, server) -> {
            if (!now.containsKey(identity) && closed.getCount() > 0) {
                listener.gone(server);
            }
        });
        now.forEach((identity, server) -> {
            FoundServer known = before.get(identity);
            if (closed.getCount() == 0 || server.equals(known)) {
                return;
            }
            if (known == null) {
                listener.appeared(server);
            } else {
                listener.changed(known, server);
            }
        });
    }

    /** The servers that are known now, by name. Does not wait. */
    public List<FoundServer> found() {
        return Sightings.byName(servers);
    }

    /**
     * Looks for the server of a fingerprint on all networks, until it is found or the time is up.
     *
     * @return the server that says it is the one, or empty where none did in time
     * @throws InterruptedException if the thread was interrupted
     */
    public static Optional<FoundServer> find(Fingerprint fingerprint, Duration limit) throws InterruptedException {
        return find(fingerprint, limit, new NetworkChoice.All());
    }

    /**
     * Looks for the server of a fingerprint, until it is found or the time is up.
     *
     * @return the server that says it is the one, or empty where none did in time
     * @throws InterruptedException if the thread was interrupted
     */
    public static Optional<FoundServer> find(Fingerprint fingerprint, Duration limit, NetworkChoice networks)
            throws InterruptedException {
        CompletableFuture<FoundServer> claimant = new CompletableFuture<>();
        DiscoveryListener listener = new DiscoveryListener() {
            @Override
            public void appeared(FoundServer server) {
                if (server.claims(fingerprint)) {
                    claimant.complete(server);
                }
            }

            @Override
            public void changed(FoundServer before, FoundServer now) {
                appeared(now);
            }
        };
        try (var _ = start(networks, listener)) {
            return Optional.of(claimant.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return Optional.empty(); // the answer is that there is none
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing can fail here", e);
        }
    }

    /** Looks no more, and calls the listener no more. Returns at once; what has to be taken down goes on behind it. */
    @Override
    public void close() {
        closed.countDown();
        changes.release();
        watch.close();
        browser.close();
    }
}
