package org.wirephoto.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.wirephoto.protocol.Announcement;

/**
 * What the network is told of a server.
 *
 * @param name what it is called
 * @param address where it listens
 * @param announcement what it says of itself
 */
record Announced(String name, InetSocketAddress address, Announcement announcement) {
    int port() {
        return address.getPort();
    }

    /** Whether it listens at one of this machine's addresses. */
    boolean reachableAt(InetAddress one) {
        return address.getAddress().isAnyLocalAddress() || address.getAddress().equals(one);
    }
}
