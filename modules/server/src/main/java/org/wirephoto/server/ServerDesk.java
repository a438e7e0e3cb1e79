package org.wirephoto.server;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.Line;

/**
 * Answers what commands of this machine ask a running server that is no maintenance.
 *
 * @param where where the server is
 * @param keysChanged has the keys read again, at once
 */
record ServerDesk(Whereabouts where, Runnable keysChanged) {
    private static final String KEYS_CHANGED = "rekey";

    /** What a command says that has changed the keys. */
    static Line keysHaveChanged() {
        return line(KEYS_CHANGED);
    }

    private static Line line(String command) {
        return new Line(command, Optional.empty(), OptionalLong.empty(), Map.of());
    }

    /** Answers a line; empty where it is none of this desk's. */
    Optional<Line> answer(Line line) {
        if (Whereabouts.isAsked(line)) {
            return Optional.of(where.toLine());
        }
        if (line.command().equals(KEYS_CHANGED)) {
            keysChanged.run();
            return Optional.of(line(KEYS_CHANGED));
        }
        return Optional.empty();
    }
}
