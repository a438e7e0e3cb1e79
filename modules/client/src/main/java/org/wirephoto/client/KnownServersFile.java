package org.wirephoto.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/**
 * What the file of known servers says: one server a line, the one that was used last first.
 *
 * <pre>{@code
 * # a comment
 * ADDRESS FINGERPRINT|plain KEY|- NAME
 * }</pre>
 *
 * @param servers the servers, with different names
 * @param comments the lines that are for people
 * @param damaged the lines that say nothing; they stay behind all others, where none can take another's name
 */
record KnownServersFile(List<KnownServer> servers, List<String> comments, List<Damage> damaged) {
    private static final String HEADER =
            "# The servers that this user knows, and the keys to them. Do not show it to anyone.";
    private static final String PLAIN = "plain";
    private static final String NONE = "-";
    private static final int FIELDS = 4;

    static final KnownServersFile EMPTY = new KnownServersFile(List.of(), List.of(HEADER), List.of());

    KnownServersFile {
        servers = List.copyOf(servers);
        damaged = List.copyOf(damaged);
        comments = List.copyOf(comments);
    }

    /** A line that says nothing, and its number, from 1. */
    record Damage(int number, String line) {}

    /** Two names that differ in case alone are the same name. */
    static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    static KnownServersFile parse(byte[] bytes) {
        List<KnownServer> servers = new ArrayList<>();
        List<Damage> damaged = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                comments.add(line);
                continue;
            }
            Optional<KnownServer> server = server(line).filter(known -> names.add(key(known.name())));
            server.ifPresent(servers::add);
            if (server.isEmpty()) {
                damaged.add(new Damage(number, line));
            }
        }
        return new KnownServersFile(servers, comments, damaged);
    }

    private static Optional<KnownServer> server(String line) {
        String[] fields = line.strip().split(" ", FIELDS);
        if (fields.length < FIELDS || !KnownServer.isName(fields[3])) {
            return Optional.empty();
        }
        Optional<AccessKey> key = AccessKey.parse(fields[2]);
        if (key.isEmpty() && !fields[2].equals(NONE)) {
            return Optional.empty();
        }
        return ServerAddress.parse(fields[0])
                .flatMap(address -> trust(fields[1]).map(trust -> new KnownServer(fields[3], address, trust, key)));
    }

    private static Optional<Trust> trust(String field) {
        return field.equals(PLAIN)
                ? Optional.of(new Trust.Plain())
                : Fingerprint.parse(field).map(Trust.Pinned::new);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        comments.forEach(line -> text.append(line).append('\n'));
        servers.forEach(server -> text.append(line(server)).append('\n'));
        damaged.forEach(damage -> text.append(damage.line()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(KnownServer server) {
        String trust = switch (server.trust()) {
            case Trust.Plain() -> PLAIN;
            case Trust.Pinned(Fingerprint fingerprint) -> fingerprint.hex();
        };
        return String.join(
                " ",
                server.address().toString(),
                trust,
                server.key().map(AccessKey::text).orElse(NONE),
                server.name());
    }

    KnownServersFile with(List<KnownServer> others) {
        return new KnownServersFile(others, comments, damaged);
    }
}
