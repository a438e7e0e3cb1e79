package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * One connection to a catalogue's file, with the statements that it has prepared. For one thread at a time.
 *
 * <p>The only class that speaks JDBC to SQLite. A full disk comes out as {@link NoSpaceException}, a broken
 * constraint as {@link IllegalStateException}, every other fault as {@link IOException}.
 */
final class Database implements AutoCloseable {
    /** What a connection is for. */
    enum Access {
        /** Changes the file; there is one such connection at a time. */
        WRITE,
        /** Reads what is committed, while another connection changes it. */
        READ,
        /** Copies what is committed into another file. */
        COPY,
        /** Looks into a file of unknown origin and writes nothing to it, also where it has a write-ahead log. */
        LOOK,
        /** Looks into a file without a write-ahead log that nobody uses, and makes no other file beside it. */
        LOOK_ALONE
    }

    /** Makes something of the row that a result stands at. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done within a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    private static final Logger LOG = LogManager.getLogger();
    private static final int NOT_A_DATABASE = 26;
    private static final int BUSY_MILLIS = 5_000;
    private static final int FULL = 13;
    private static final int INPUT_OUTPUT = 10;
    private static final int CANNOT_OPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int PRIMARY_CODE = 0xff;

    private final Connection connection;
    private final Room room;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private boolean sound = true;

    private Database(Connection connection, Room room) {
        this.connection = connection;
        this.room = room;
    }

    /** Opens a file that exists. */
    static Database open(Path file, Access access) throws IOException {
        Room room = Room.at(file);
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setReadOnly(access == Access.LOOK || access == Access.LOOK_ALONE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        try {
            // A URI, since a question mark in a plain path would begin the driver's parameters.
            String url = "jdbc:sqlite:" + file.toUri() + (access == Access.LOOK_ALONE ? "?immutable=1" : "");
            Database database = new Database(config.createConnection(url), room);
            database.prepare(access);
            return database;
        } catch (SQLException e) {
            throw fault(e, room);
        }
    }

    private void prepare(Access access) throws IOException {
        try {
            if (access == Access.WRITE) {
                first("PRAGMA journal_mode = WAL", row -> row.getString(1));
                run("PRAGMA synchronous = FULL");
                run("PRAGMA fullfsync = ON");
                run("PRAGMA checkpoint_fullfsync = ON");
                run("PRAGMA cache_size = -8192");
                number("PRAGMA journal_size_limit = 16777216");
                run("PRAGMA wal_autocheckpoint = 0"); // Checkpoints says when
            } else if (access != Access.COPY) { // which would take the other file for this one
                run("PRAGMA query_only = ON");
            }
        } catch (IOException | RuntimeException e) {
            Closing.after(e, this::close);
            throw e;
        }
    }

    /** Runs one or several statements whose rows, if they give any, don't matter. */
    void run(String script) throws IOException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException e) {
            throw fault(e, room);
        }
    }

    /** Runs one statement and gives how many rows it changed. */
    int update(String sql, @Nullable Object... values) throws IOException {
        try {
            return bind(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw faultOf(sql, e);
        }
    }

    /** Everything that a query gives: its text says how much that is at most. */
    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) throws IOException {
        List<T> list = new ArrayList<>();
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            while (rows.next()) {
                list.add(reader.read(rows));
            }
        } catch (SQLException e) {
            throw faultOf(sql, e);
        }
        return list;
    }

    /** The first row that a query gives. */
    <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) throws IOException {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw faultOf(sql, e);
        }
    }

    /** The number in the first row of a query that always gives one. */
    long number(String sql, @Nullable Object... values) throws IOException {
        return first(sql, row -> row.getLong(1), values).orElseThrow(() -> new IOException("no row from " + sql));
    }

    /** Does several reads that all see the state of one moment. */
    <T> T snapshot(Work<T> work) throws IOException {
        run("BEGIN");
        try {
            T result = work.run();
            run("COMMIT");
            return result;
        } catch (IOException | RuntimeException | Error e) {
            Closing.after(e, this::endSnapshot);
            throw e;
        }
    }

    private void endSnapshot() throws IOException {
        sound = false;
        run("ROLLBACK");
        sound = true;
    }

    /** Whether nothing of a failed snapshot may be left; a connection that is not sound should be closed. */
    boolean isSound() {
        return sound;
    }

    /** Does several changes, all of them or none. */
    <T> T transaction(Work<T> work) throws IOException {
        run("BEGIN IMMEDIATE");
        boolean committed = false;
        try {
            T result = work.run();
            run("COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollback();
            }
        }
    }

    private void rollback() {
        try {
            run("ROLLBACK");
        } catch (IOException e) {
            LOG.debug("Nothing to roll back: after some faults SQLite has done so by itself", e);
        }
    }

    private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** What a failed statement's fault comes out as; the driver may have ended the statement with it. */
    private IOException faultOf(String sql, SQLException e) {
        PreparedStatement failed = prepared.remove(sql);
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException again) {
                e.addSuppressed(again);
            }
        }
        return fault(e, room);
    }

    /** What a fault of SQLite comes out as, which has many words for a full disk. */
    static IOException fault(SQLException e, Room room) {
        return switch (e.getErrorCode() & PRIMARY_CODE) {
            case FULL -> new NoSpaceException("no space left for the catalogue: " + e.getMessage(), e);
            case CONSTRAINT -> throw new IllegalStateException("the catalogue refuses: " + e.getMessage(), e);
            case INPUT_OUTPUT, CANNOT_OPEN -> DiskFaults.of(failure(e), room);
            default -> failure(e);
        };
    }

    private static IOException failure(SQLException e) {
        return new IOException("the catalogue failed: " + e.getMessage(), e);
    }

    /** Whether a fault says that the file is nothing that SQLite wrote. */
    static boolean isForeign(IOException fault) {
        return fault.getCause() instanceof SQLException e && (e.getErrorCode() & PRIMARY_CODE) == NOT_A_DATABASE;
    }

    /** Closes the connection with all its statements. */
    @Override
    public void close() throws IOException {
        try (connection) {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            prepared.clear();
        } catch (SQLException e) {
            throw fault(e, room);
        }
    }
}
