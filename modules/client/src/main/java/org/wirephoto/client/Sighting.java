package org.wirephoto.client;

import java.net.InetAddress;
import java.util.List;
import org.wirephoto.protocol.Announcement;
import org.wirephoto.protocol.NetworkPlace;

/**
 * A server as one network shows it.
 *
 * @param place where it was seen
 * @param name what it is announced as, as it came
 * @param port where it listens
 * @param announcement what it says of itself
 * @param addresses its addresses, as they came
 */
record Sighting(NetworkPlace place, String name, int port, Announcement announcement, List<InetAddress> addresses) {
    Sighting {
        addresses = List.copyOf(addresses);
    }
}
