package org.wirephoto.protocol;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * This machine's stand on one network, in one of the two languages of the internet.
 *
 * @param network the name of the interface, such as {@code eth0}
 * @param index its number, which is another one after it was taken away and came back
 * @param addresses this machine's addresses there, at least one and all of one language; the first is where it is heard
 *     by all on the network
 */
public record NetworkPlace(String network, int index, List<InetAddress> addresses) {
    /** An interface may have any number of them. */
    private static final int MOST_ADDRESSES = 8;

    private static final Comparator<InetAddress> BY_BYTES =
            Comparator.comparing(InetAddress::getAddress, Arrays::compareUnsigned);

    /**
     * Checks that there is an address.
     *
     * @throws IllegalArgumentException if there is none
     */
    public NetworkPlace {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address on " + network);
        }
    }

    /**
     * Where one stands on a network to be heard by all on it: at its first IPv4 address, and at its link-local IPv6
     * address, which reaches everyone on the link whatever else is set up there. The other IPv6 addresses come with
     * that, for they mean the same on every network; those of IPv4 may lead nowhere for others.
     */
    public static List<NetworkPlace> of(NetworkInterface network) {
        List<InetAddress> all = network.inetAddresses().toList();
        Stream<InetAddress> four = all.stream()
                .filter(Inet4Address.class::isInstance)
                .sorted(Comparator.comparing(InetAddress::isLinkLocalAddress))
                .limit(1);
        Stream<InetAddress> six = all.stream()
                .filter(Inet6Address.class::isInstance)
                .sorted(Comparator.comparing((InetAddress address) -> !address.isLinkLocalAddress())
                        .thenComparing(BY_BYTES))
                .limit(MOST_ADDRESSES);
        return Stream.of(four.toList(), six.toList())
                .filter(addresses -> !addresses.isEmpty())
                .map(addresses -> new NetworkPlace(network.getName(), network.getIndex(), addresses))
                .toList();
    }

    /** The address at which this machine is heard by all on the network. */
    public InetAddress address() {
        return addresses.getFirst();
    }

    /** The interface and the address, for a log. */
    @Override
    public String toString() {
        return network + " (" + address().getHostAddress() + ")";
    }
}
