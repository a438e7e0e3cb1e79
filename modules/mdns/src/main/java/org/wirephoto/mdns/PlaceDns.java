package org.wirephoto.mdns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import javax.jmdns.JmDNS;

/**
 * Multicast DNS at one place of this machine. Takes in a bounded amount; where that is reached, or the network fails it,
 * it is spent: its owner closes it and opens another. Safe for any thread.
 */
public final class PlaceDns implements AutoCloseable {
    private final BoundedDns dns;

    private PlaceDns(BoundedDns dns) {
        this.dns = dns;
    }

    /**
     * Opens one; it begins to listen.
     *
     * @param host what the program calls this machine at all its places: one label of DNS that nobody else has, for
     *     whoever else says it is taken for this program
     * @param addresses this machine's addresses at the place, all of one kind; the first is where it listens
     * @throws IOException if that address can't be listened at
     */
    public static PlaceDns open(String host, List<InetAddress> addresses) throws IOException {
        return new PlaceDns(BoundedDns.open(host, addresses));
    }

    /** What to announce and to look with; closed by nobody but {@link #close}. */
    public JmDNS dns() {
        return dns;
    }

    /** Whether it is of no more use: it has taken in as much as it may, or can't send or listen any more. */
    public boolean isSpent() {
        return dns.isSpent();
    }

    /** Says goodbye to what was announced here, which takes about half a second, and listens no more. */
    @Override
    public void close() {
        dns.close();
    }
}
