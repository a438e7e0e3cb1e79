package org.wirephoto.protocol;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * This machine's stand on one network, in one of the two languages of the internet.
 *
 * @param network the name of the interface, such as {@code eth0}
 * @param index its number, which is another one after it was taken away and came back
 * @param address this machine's address there
 */
public record NetworkPlace(String network, int index, InetAddress address) {
    /**
     * Where one stands on a network to be heard by all on it: at its first IPv4 address, and at its link-local IPv6
     * address, which reaches everyone on the link whatever else is set up there.
     */
    public static List<NetworkPlace> of(NetworkInterface network) {
        List<InetAddress> addresses = network.inetAddresses().toList();
        return Stream.of(
                        first(addresses, Inet4Address.class::isInstance, InetAddress::isLinkLocalAddress),
                        first(addresses, Inet6Address.class::isInstance, address -> !address.isLinkLocalAddress()))
                .flatMap(Optional::stream)
                .map(address -> new NetworkPlace(network.getName(), network.getIndex(), address))
                .toList();
    }

    private static Optional<InetAddress> first(
            List<InetAddress> addresses, Predicate<InetAddress> kind, Predicate<InetAddress> last) {
        return addresses.stream().filter(kind).min(Comparator.comparing(last::test));
    }

    /** The interface and the address, for a log. */
    @Override
    public String toString() {
        return network + " (" + address.getHostAddress() + ")";
    }
}
