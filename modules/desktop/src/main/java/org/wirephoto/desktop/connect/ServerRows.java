package org.wirephoto.desktop.connect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.wirephoto.client.FoundServer;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;

/**
 * Puts together what is known, what runs here and what is found: each server stands in the list once, known ones first
 * and the last used at their head. Confined to the UI thread.
 */
final class ServerRows {
    /** A network can be full of names that somebody made up. */
    private static final int MOST_FOUND = 200;

    private static final Comparator<FoundServer> BY_NAME = Comparator.comparing(
                    FoundServer::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(found -> found.address().toString());

    private final ObservableList<ServerRow> rows = FXCollections.observableArrayList();
    private final List<FoundServer> found = new ArrayList<>();
    private List<KnownServer> known = List.of();
    private Optional<KnownServer> own = Optional.empty();

    /** The list, which changes by itself. */
    ObservableList<ServerRow> rows() {
        return rows;
    }

    void known(List<KnownServer> servers, Optional<KnownServer> here) {
        known = List.copyOf(servers);
        own = here;
        show();
    }

    void appeared(FoundServer server) {
        if (found.size() < MOST_FOUND && !found.contains(server)) {
            found.add(server);
            show();
        }
    }

    void changed(FoundServer before, FoundServer now) {
        found.remove(before);
        appeared(now);
    }

    void gone(FoundServer server) {
        if (found.remove(server)) {
            show();
        }
    }

    /** Nobody looks any more. */
    void nothingFound() {
        found.clear();
        show();
    }

    /** The known server or the one that runs here that fulfils a condition. */
    Optional<KnownServer> knownThat(Predicate<KnownServer> condition) {
        return Stream.concat(known.stream(), own.stream()).filter(condition).findFirst();
    }

    private void show() {
        List<ServerRow> now = new ArrayList<>();
        for (KnownServer server : known) {
            now.add(row(server, ServerRow.Origin.KNOWN));
        }
        own.filter(server -> known.stream().noneMatch(other -> ClientServers.isSame(other, server)))
                .ifPresent(server -> now.add(row(server, ServerRow.Origin.OWN)));
        found.stream()
                .filter(server -> knownThat(other -> isThere(other, server)).isEmpty())
                .sorted(BY_NAME)
                .map(server -> new ServerRow(
                        Place.of(server, Optional.empty()), ServerRow.Origin.FOUND, true, server.keyNeeded()))
                .forEach(now::add);
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
    }

    private ServerRow row(KnownServer server, ServerRow.Origin origin) {
        Optional<FoundServer> heard =
                found.stream().filter(other -> isThere(server, other)).findFirst();
        Place place = heard.filter(_ -> server.trust() instanceof Trust.Pinned)
                .map(other -> Place.of(other, Optional.of(server)))
                .orElse(new Place.Known(server));
        return new ServerRow(place, origin, heard.isPresent(), false);
    }

    /** Whether what was found says that it is a known server; it will have to prove it. */
    private static boolean isThere(KnownServer server, FoundServer found) {
        return switch (server.trust()) {
            case Trust.Pinned pinned -> found.claims(pinned.fingerprint());
            case Trust.Plain _ ->
                found.fingerprintPrefix().isEmpty() && found.addresses().contains(server.address());
        };
    }
}
