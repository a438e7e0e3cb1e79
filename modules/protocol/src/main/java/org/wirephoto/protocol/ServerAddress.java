package org.wirephoto.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host a host's name or its address; an IPv6 address stands here without brackets
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {
    private static final int HIGHEST_PORT = 65_535;
    /** The zone of an address of one link (RFC 4007, 11): the name or number of a network interface. */
    private static final String ZONE = "(?:%[0-9A-Za-z._~-]+)?";

    private static final Pattern BRACKETED =
            Pattern.compile("\\[((?=[^\\]]*:)[0-9A-Fa-f:.]+" + ZONE + ")](?::([0-9]{1,5}))?");
    private static final Pattern ORDINARY = Pattern.compile("([^\\s:/\\[\\]@?#]+)(?::([0-9]{1,5}))?");
    private static final Pattern BARE_IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*" + ZONE);

    /**
     * Checks that there can be such an address.
     *
     * @throws IllegalArgumentException if the host is empty or the port is out of range
     */
    public ServerAddress {
        if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("host " + host + ", port " + port);
        }
    }

    /**
     * Reads an address as people type it: {@code living-room}, {@code 192.168.1.5:9999}, {@code [fe80::1]:9999},
     * {@code ::1}. Without a port it is {@link Limits#PORT}.
     *
     * @return the address, or empty where {@code text} is none
     */
    public static Optional<ServerAddress> parse(String text) {
        String trimmed = text.strip();
        if (BARE_IPV6.matcher(trimmed).matches()) {
            return Optional.of(new ServerAddress(trimmed, Limits.PORT));
        }
        Matcher matcher = BRACKETED.matcher(trimmed);
        if (!matcher.matches()) {
            matcher = ORDINARY.matcher(trimmed);
            if (!matcher.matches()) {
                return Optional.empty();
            }
        }
        String digits = matcher.group(2);
        int port = digits == null ? Limits.PORT : Integer.parseInt(digits);
        return port < 1 || port > HIGHEST_PORT
                ? Optional.empty()
                : Optional.of(new ServerAddress(matcher.group(1), port));
    }

    /** The address as people type it and {@link #parse} reads it, with its port. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
