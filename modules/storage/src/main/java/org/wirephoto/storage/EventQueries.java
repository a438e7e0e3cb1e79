package org.wirephoto.storage;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.Event;

/** The history of what happened, and the tokens that stand for places in it. */
final class EventQueries {
    private static final String INSERT = "INSERT INTO event (kind, old_name, name, " + ImageRows.ATTRIBUTES
            + ") SELECT ?, ?, name, " + ImageRows.ATTRIBUTES + " FROM image WHERE id = ?";
    private static final String SELECT = "SELECT " + ImageRows.ATTRIBUTES
            + ", seq, kind, old_name, name FROM event WHERE seq > ? ORDER BY seq LIMIT ?";

    private final Database database;

    EventQueries(Database database) {
        this.database = database;
    }

    /** The token of the newest event. */
    String token() throws IOException {
        return token(history(), newest());
    }

    private static String token(String history, long seq) {
        return history + "-" + seq;
    }

    /** What happened after a token, or empty where it can't be followed. */
    Optional<List<Event>> since(String token, int limit) throws IOException {
        String history = history();
        Optional<Long> known = number(token, history);
        if (known.isEmpty() || known.get() > newest() || known.get() < oldest() - 1) {
            return Optional.empty();
        }
        return Optional.of(database.list(SELECT, row -> event(row, history), known.get(), limit));
    }

    private static Optional<Long> number(String token, String history) {
        int dash = token.indexOf('-');
        String digits = token.substring(dash + 1);
        if (dash < 0 || !token.substring(0, dash).equals(history) || !digits.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(digits));
    }

    private static Event event(ResultSet row, String history) throws SQLException {
        int column = ImageRows.AFTER_ATTRIBUTES;
        String seq = token(history, row.getLong(column));
        String kind = row.getString(column + 1);
        String oldName = row.getString(column + 2);
        String name = row.getString(column + 3);
        return switch (kind) {
            case "saved" -> new Event.Saved(name, ImageRows.attributes(row), seq);
            case "deleted" -> new Event.Deleted(name, seq);
            case "renamed" -> new Event.Renamed(oldName, name, ImageRows.attributes(row), seq);
            default -> throw new SQLException("unknown kind of event: " + kind);
        };
    }

    private String history() throws IOException {
        return database.first("SELECT id FROM history", row -> row.getString(1))
                .orElseThrow(() -> new IOException("the catalogue has lost the id of its history"));
    }

    /** The number of the last event there ever was. */
    private long newest() throws IOException {
        return database.first("SELECT seq FROM sqlite_sequence WHERE name = 'event'", row -> row.getLong(1))
                .orElse(0L);
    }

    private long oldest() throws IOException {
        return database.number("SELECT coalesce(min(seq), 1) FROM event");
    }

    /** Tells that an image was saved; call it when the row is there. */
    void saved(String id) throws IOException {
        database.update(INSERT, "saved", "", id);
    }

    /** Tells that a live image went; call it while the row still has its name. */
    void deleted(String id) throws IOException {
        database.update(INSERT, "deleted", "", id);
    }

    /** Tells that an image has another name; call it when the row has it. */
    void renamed(String id, String oldName) throws IOException {
        database.update(INSERT, "renamed", oldName, id);
    }

    /** Forgets the oldest events but {@code kept}. */
    void prune(int kept) throws IOException {
        database.update("DELETE FROM event WHERE seq <= (SELECT max(seq) FROM event) - ?", kept);
    }
}
