package org.wirephoto.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirephoto.client.FoundServer;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.protocol.Fingerprint;

/**
 * One server of the list: kept here, found on the network, or both.
 *
 * @param known what is kept of it
 * @param found what it announces; anyone on the network can announce anything
 * @param standard whether it is meant where none is named
 */
record ServerLine(Optional<KnownServer> known, Optional<FoundServer> found, boolean standard) {
    /** Digits enough to tell servers apart; whom to trust is decided by all of them. */
    private static final int SHOWN_DIGITS = 16;

    /** The known servers, and after them those of the network that are none of these. */
    static List<ServerLine> all(List<KnownServer> known, List<FoundServer> found) {
        List<FoundServer> others = new ArrayList<>(found);
        List<ServerLine> lines = new ArrayList<>();
        for (KnownServer server : known) {
            Optional<FoundServer> here =
                    others.stream().filter(one -> isSame(server, one)).findFirst();
            here.ifPresent(others::remove);
            lines.add(new ServerLine(Optional.of(server), here, lines.isEmpty()));
        }
        others.forEach(server -> lines.add(new ServerLine(Optional.empty(), Optional.of(server), false)));
        return lines;
    }

    private static boolean isSame(KnownServer server, FoundServer found) {
        return switch (server.trust()) {
            case Trust.Pinned(Fingerprint fingerprint) -> found.claims(fingerprint);
            case Trust.Plain() ->
                found.fingerprintPrefix().isEmpty() && found.addresses().contains(server.address());
        };
    }

    private String name() {
        return known.map(KnownServer::name)
                .or(() -> found.map(FoundServer::name))
                .orElse("");
    }

    /** Where it is now, or else where it was last. */
    private String address() {
        return found.map(FoundServer::address)
                .or(() -> known.map(KnownServer::address))
                .map(Object::toString)
                .orElse("");
    }

    private String digits() {
        return known.flatMap(ServerLine::fingerprint)
                .map(fingerprint -> fingerprint.hex().substring(0, SHOWN_DIGITS))
                .or(() -> found.map(FoundServer::fingerprintPrefix))
                .orElse("");
    }

    /** Whom to trust there, where it speaks TLS. */
    static Optional<Fingerprint> fingerprint(KnownServer server) {
        return switch (server.trust()) {
            case Trust.Pinned(Fingerprint fingerprint) -> Optional.of(fingerprint);
            case Trust.Plain() -> Optional.empty();
        };
    }

    /** What it is to the person who looks. */
    private String state() {
        if (known.isPresent()) {
            return found.isPresent() ? "joined, on the network" : "joined";
        }
        return found.filter(FoundServer::keyNeeded).isPresent() ? "wants an invite" : "wants no key";
    }

    /** For a table. */
    String[] cells() {
        String shown = digits().replaceAll("(.{4})(?=.)", "$1 ");
        return new String[] {
            standard ? "*" : "", Wording.safe(name()), address(), shown.isEmpty() ? "not encrypted" : shown, state()
        };
    }

    /** For a program. */
    String json() {
        return Json.object(json -> {
            json.writeStringField("name", name());
            json.writeStringField("address", address());
            Json.optional(
                    json, "fingerprint", known.flatMap(ServerLine::fingerprint).map(Fingerprint::hex));
            Json.optional(
                    json,
                    "announced-fingerprint",
                    found.map(FoundServer::fingerprintPrefix).filter(digits -> !digits.isEmpty()));
            json.writeBooleanField("joined", known.isPresent());
            json.writeBooleanField("found", found.isPresent());
            json.writeBooleanField("default", standard);
            if (found.isPresent()) {
                json.writeBooleanField("key-needed", found.get().keyNeeded());
            }
        });
    }
}
