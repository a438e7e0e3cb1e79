package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Moves what was committed from the write-ahead log into the catalogue's file. On the writer's thread between
 * commits, so that no caller waits for it as it would for SQLite's own, which come within a commit.
 */
final class Checkpoints {
    /** How many pages (of 4 KiB) the log may have before readers are waited for. */
    private static final int LONG_LOG = 4_096;

    /** How many rows of all tables may change in between: those of some hundred images. */
    private static final int ROWS_BETWEEN = 4_096;

    private static final String SHORT_WAIT = "PRAGMA busy_timeout = 200";
    private static final String USUAL_WAIT = "PRAGMA busy_timeout = 5000";
    private static final Logger LOG = LogManager.getLogger();

    private final Database database;
    private final Path file;
    private final Room room;
    private long done;

    /**
     * Checkpoints of one catalogue.
     *
     * @param database the connection that writes
     * @param file the catalogue's file
     * @param room tells what the file's disk has
     */
    Checkpoints(Database database, Path file, Room room) {
        this.database = database;
        this.file = file;
        this.room = room;
    }

    /** Comes after every commit. */
    void committed() {
        checkpointIfChanged(ROWS_BETWEEN);
    }

    /** Uses the time while nothing is to be written. */
    void idle() {
        checkpointIfChanged(1);
    }

    private void checkpointIfChanged(int rows) {
        try {
            long changed = database.number("SELECT total_changes()");
            if (changed - done < rows || !fits()) {
                return;
            }
            done = changed;
            // A passive one waits for nobody; it leaves what a reader still needs.
            int pages = database.first("PRAGMA wal_checkpoint(PASSIVE)", Checkpoints::pages)
                    .orElse(0);
            if (pages > LONG_LOG) {
                shorten();
            }
        } catch (IOException e) {
            LOG.warn("The catalogue's log could not be moved into its file; it is tried again", e);
        }
    }

    /** One that does not fit would take the last room there is, and leave the log as long as it was. */
    private boolean fits() throws IOException {
        long grown = database.number("PRAGMA page_count") * database.number("PRAGMA page_size");
        return grown - Files.size(file) <= room.usable();
    }

    private static int pages(ResultSet row) throws SQLException {
        return row.getInt(2);
    }

    /** Starts the log afresh, which needs a moment without readers. */
    private void shorten() throws IOException {
        database.first(SHORT_WAIT, row -> row.getInt(1));
        try {
            database.first("PRAGMA wal_checkpoint(TRUNCATE)", Checkpoints::pages);
        } finally {
            database.first(USUAL_WAIT, row -> row.getInt(1));
        }
    }
}
