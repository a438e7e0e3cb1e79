package org.wirephoto.server;

import java.io.PrintWriter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.wirephoto.protocol.Limits;

/** What a person is told when a server has started. */
final class Banner {
    private static final int MOST = 6;
    private static final Pattern ZEROES = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

    private final String name;
    private final InetSocketAddress address;
    private final Path data;
    private final long images;

    /**
     * A banner.
     *
     * @param name what the server is called
     * @param address where it listens
     * @param data the data folder
     * @param images how many images it has
     */
    Banner(String name, InetSocketAddress address, Path data, long images) {
        this.name = name;
        this.address = address;
        this.data = data;
        this.images = images;
    }

    /**
     * Prints it.
     *
     * @param machine the addresses of this machine, the likeliest first
     */
    void print(PrintWriter out, List<InetAddress> machine) {
        List<InetAddress> reachable =
                address.getAddress().isAnyLocalAddress() ? machine : List.of(address.getAddress());
        boolean alone = reachable.stream().allMatch(InetAddress::isLoopbackAddress);
        out.printf("Wirephoto server \"%s\"%n%n", name);
        out.printf("  images     %s, in %s%n", images == 0 ? "none yet" : images, data);
        if (reachable.isEmpty()) {
            out.printf("  address    127.0.0.1:%d (this machine has no network at the moment)%n", address.getPort());
        }
        reachable.stream()
                .limit(MOST)
                .forEach(one -> out.printf(
                        "  address    %s:%d%s%n", show(one), address.getPort(), alone ? " (this machine only)" : ""));
        out.printf("  try        wirephoto --server %s list%n", example(reachable));
        out.printf("  stop       Ctrl+C%n%n");
        out.print("This server is open and not encrypted: anyone who can reach this port can see, add and delete "
                + "images, and whoever can listen on the network can see them too.\n");
        out.flush();
    }

    private String example(List<InetAddress> reachable) {
        String host = reachable.isEmpty() ? "127.0.0.1" : show(reachable.getFirst());
        return address.getPort() == Limits.PORT ? host : host + ":" + address.getPort();
    }

    /** An address as it is typed: the zone that Java adds is this machine's own matter. */
    private static String show(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address
                ? "[" + ZEROES.matcher(text.replaceFirst("%.*", "")).replaceFirst("::") + "]"
                : text;
    }
}
