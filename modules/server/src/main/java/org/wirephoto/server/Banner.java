package org.wirephoto.server;

import java.io.PrintWriter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Limits;

/**
 * What a person is told when a server has started.
 *
 * @param name what the server is called
 * @param address where it listens
 * @param folder the data folder
 * @param images how many images it has
 * @param fingerprint what it is known by; empty where it does not encrypt
 * @param keys how many keys it knows; empty where it asks for none
 */
record Banner(
        String name,
        InetSocketAddress address,
        DataFolder folder,
        long images,
        Optional<Fingerprint> fingerprint,
        OptionalInt keys) {
    private static final int MOST = 6;
    private static final int HALF = 40;
    private static final Pattern ZEROES = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

    /**
     * Prints it.
     *
     * @param machine the addresses of this machine, the likeliest first
     */
    void print(PrintWriter out, List<InetAddress> machine) {
        List<InetAddress> reachable =
                address.getAddress().isAnyLocalAddress() ? machine : List.of(address.getAddress());
        out.printf("Wirephoto server \"%s\"%n%n", name);
        printAddresses(out, reachable);
        fingerprint.ifPresent(print -> printFingerprint(out, print.grouped()));
        out.printf("  images       %s, in %s%n", images == 0 ? "none yet" : images, folder.path());
        keys.ifPresent(count -> out.printf(
                "  keys         %s, in %s%n",
                count == 0 ? "none: nobody is admitted" : count, folder.path().resolve(KeyFile.NAME)));
        out.printf("  audit log    %s%n", folder.auditLog());
        out.printf("  try          wirephoto %slist%n", options(reachable));
        if (keys.isPresent() && fingerprint.isPresent()) {
            out.printf("  invite       wirephoto-server invite%s%n", folder.option());
        }
        out.printf("  stop         Ctrl+C%n%n");
        out.print(warning());
        out.flush();
    }

    private void printAddresses(PrintWriter out, List<InetAddress> reachable) {
        boolean alone = reachable.stream().allMatch(InetAddress::isLoopbackAddress);
        if (reachable.isEmpty()) {
            out.printf("  address      127.0.0.1:%d (this machine has no network at the moment)%n", address.getPort());
        }
        reachable.stream()
                .limit(MOST)
                .forEach(one -> out.printf(
                        "  address      %s:%d%s%n", show(one), address.getPort(), alone ? " (this machine only)" : ""));
    }

    private static void printFingerprint(PrintWriter out, String grouped) {
        out.printf("  fingerprint  %s%n", grouped.substring(0, HALF).strip());
        out.printf("               %s%n", grouped.substring(HALF).strip());
    }

    private String warning() {
        if (fingerprint.isPresent() && keys.isPresent()) {
            return "";
        }
        String open = "anyone who can reach this port can see, add and delete images";
        String plain = "whoever can listen on the network can see all images";
        if (fingerprint.isPresent()) {
            return "This server is open: " + open + ".\n";
        }
        return keys.isPresent()
                ? "This server is not encrypted: " + plain + ", and the keys.\n"
                : "This server is open and not encrypted: " + open + ", and " + plain + ".\n";
    }

    /** What the command line of this machine needs to be told: nothing where the data folder is the usual one. */
    private String options(List<InetAddress> reachable) {
        String plain = fingerprint.isPresent() ? "" : "--plain ";
        boolean found = folder.isOfPlatform() && fingerprint.isPresent();
        return found ? "" : plain + "--server " + example(reachable) + " ";
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
