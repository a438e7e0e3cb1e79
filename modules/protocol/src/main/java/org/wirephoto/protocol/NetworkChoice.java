package org.wirephoto.protocol;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** On which of this machine's networks a server is announced, or looked for. */
public sealed interface NetworkChoice {
    /** Every network on which other machines are: what is up and takes multicast, but see {@link #networks}. */
    record All() implements NetworkChoice {}

    /** No network. */
    record None() implements NetworkChoice {}

    /**
     * The network interfaces of these names, such as {@code eth0}; {@code lo} too, and those inside this machine.
     *
     * @param names at least one, in the order that they were given
     */
    record Named(Set<String> names) implements NetworkChoice {
        /**
         * Checks that something is named.
         *
         * @throws IllegalArgumentException if no name is given, or one that is blank
         */
        public Named {
            names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
            if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("no name of a network interface: " + names);
            }
        }
    }

    /**
     * Reads a choice as people type it: {@code all}, {@code none}, or names of interfaces with commas between them.
     *
     * @return the choice, or empty where {@code text} is none
     */
    static Optional<NetworkChoice> parse(String text) {
        String[] names = text.strip().split("\\s*,\\s*", -1);
        if (Stream.of(names).anyMatch(name -> !Names.FORM.matcher(name).matches())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (text.strip()) {
                    case "all" -> new All();
                    case "none" -> new None();
                    default -> new Named(new LinkedHashSet<>(List.of(names)));
                });
    }

    /**
     * The interfaces of this machine that are meant, as they are now. {@link All} leaves out loopback, interfaces that
     * lead to one other machine alone (tunnels), and those of containers and virtual machines, whose addresses other
     * machines can't reach.
     *
     * @throws SocketException if the system does not tell
     */
    default List<NetworkInterface> networks() throws SocketException {
        List<NetworkInterface> meant = new ArrayList<>();
        if (!(this instanceof None)) {
            for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
                if (network.isUp() && means(network)) {
                    meant.add(network);
                }
            }
        }
        return meant;
    }

    private boolean means(NetworkInterface network) throws SocketException {
        return switch (this) {
            case All _ ->
                network.supportsMulticast() && !network.isLoopback() && !network.isPointToPoint() && !isInner(network);
            case None _ -> false;
            case Named named -> named.names().contains(network.getName());
        };
    }

    /** Whether an interface leads to containers or virtual machines of this machine alone, as far as its name tells. */
    static boolean isInner(NetworkInterface network) {
        return Names.INNER.stream().anyMatch(network.getName()::startsWith);
    }

    /** What names of interfaces tell. */
    final class Names {
        private static final List<String> INNER = List.of("docker", "br-", "veth", "virbr", "vmnet", "vboxnet");
        private static final Pattern FORM = Pattern.compile("[^\\s,/\\p{Cntrl}]{1,64}");

        private Names() {}
    }
}
