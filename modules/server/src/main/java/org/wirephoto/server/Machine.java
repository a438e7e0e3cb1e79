package org.wirephoto.server;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;

/** The machine that the server runs on, as far as people have to know it. */
final class Machine {
    private static final Path NAME_FILE = Path.of("/etc/hostname");
    /** Networks inside this machine: other machines can't reach their addresses. */
    private static final List<String> INNER = List.of("docker", "br-", "veth", "virbr", "vmnet", "vboxnet");

    private Machine() {}

    /** This machine's name, as its owner gave it; asks no name server, which could take long. */
    static String name() {
        return Stream.of("COMPUTERNAME", "HOSTNAME")
                .map(System::getenv)
                .flatMap(Stream::ofNullable)
                .filter(name -> !name.isBlank())
                .findFirst()
                .or(Machine::nameFromFile)
                .orElse("Wirephoto");
    }

    private static Optional<String> nameFromFile() {
        try (Stream<String> lines = Files.lines(NAME_FILE)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).findFirst();
        } catch (IOException _) {
            return Optional.empty(); // not every system has this file
        }
    }

    /** The addresses by which other machines may reach this one, the likeliest first. */
    static List<InetAddress> addresses() {
        List<InetAddress> addresses = new ArrayList<>();
        try {
            for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
                if (network.isUp() && !network.isLoopback() && !isInner(network)) {
                    network.inetAddresses()
                            .filter(address -> !address.isLinkLocalAddress() && !address.isMulticastAddress())
                            .forEach(addresses::add);
                }
            }
        } catch (SocketException e) {
            LogManager.getLogger(Machine.class).warn("This machine's addresses can't be read", e);
        }
        addresses.sort(Comparator.comparing(address -> !(address instanceof Inet4Address)));
        return addresses;
    }

    private static boolean isInner(NetworkInterface network) {
        return INNER.stream().anyMatch(network.getName()::startsWith);
    }
}
