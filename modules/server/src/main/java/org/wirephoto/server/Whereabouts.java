package org.wirephoto.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.ServerAddress;

/**
 * Where a server is, as far as an invite has to tell it.
 *
 * @param host the one address that it listens on, where it has only one
 * @param port its port
 * @param fingerprint what it is known by; empty where it does not encrypt
 * @param open whether it asks for no keys
 */
record Whereabouts(Optional<String> host, int port, Optional<Fingerprint> fingerprint, boolean open) {
    private static final String COMMAND = "where";
    private static final int HIGHEST_PORT = 65_535;

    /** Of a server that listens. */
    static Whereabouts of(InetSocketAddress address, Optional<Fingerprint> fingerprint, boolean open) {
        InetAddress bound = address.getAddress();
        Optional<String> host = bound.isAnyLocalAddress() ? Optional.empty() : Optional.of(bound.getHostAddress());
        return new Whereabouts(host, address.getPort(), fingerprint, open);
    }

    /** The address that other machines may reach it by; empty where this machine has no network. */
    Optional<ServerAddress> address(Optional<String> named, List<InetAddress> machine) {
        return named.or(this::host)
                .or(() -> machine.stream().findFirst().map(InetAddress::getHostAddress))
                .map(chosen -> new ServerAddress(chosen.replaceFirst("%.*", ""), port));
    }

    /** The question, as a line of the control socket. */
    static Line question() {
        return new Line(COMMAND, Optional.empty(), OptionalLong.empty(), Map.of());
    }

    /** Whether a line is the question. */
    static boolean isAsked(Line line) {
        return line.command().equals(COMMAND);
    }

    /** The answer, as a line of the control socket. */
    Line toLine() {
        Map<String, String> map = new LinkedHashMap<>();
        host.ifPresent(one -> map.put("host", one));
        map.put("port", Integer.toString(port));
        fingerprint.ifPresent(print -> map.put("fp", print.hex()));
        map.put("open", Boolean.toString(open));
        return new Line(COMMAND, Optional.empty(), OptionalLong.empty(), map);
    }

    /** Reads the answer. */
    static Whereabouts read(Line line) throws IOException {
        int port = line.attribute("port")
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .filter(number -> number > 0 && number <= HIGHEST_PORT)
                .orElseThrow(() -> new IOException("The server does not say where it is: is it of another version?"));
        return new Whereabouts(
                line.attribute("host"),
                port,
                line.attribute("fp").flatMap(Fingerprint::parse),
                line.attribute("open").filter("true"::equals).isPresent());
    }
}
