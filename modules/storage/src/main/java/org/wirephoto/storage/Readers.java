package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** The connections that read the catalogue, each on its own thread while it does. */
final class Readers implements AutoCloseable {
    /** Something to be read. */
    @FunctionalInterface
    interface Reading<T> {
        T from(Database database) throws IOException;
    }

    private static final Logger LOG = LogManager.getLogger();
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Path file;
    private final BoundedThreads threads;
    private final Deque<Database> idle = new ArrayDeque<>();

    /** Opens the connections to a file that has been brought up to date. */
    Readers(Path file, int count) throws IOException {
        this.file = file;
        this.threads = new BoundedThreads("catalogue-reader", count, LIMIT);
        try {
            for (int i = 0; i < count; i++) {
                idle.push(Database.open(file, Database.Access.READ));
            }
        } catch (IOException | RuntimeException e) {
            Closing.after(e, this::close);
            throw e;
        }
    }

    <T> T read(Reading<T> reading) throws IOException {
        return threads.call(() -> {
            Database database = take();
            try {
                return reading.from(database);
            } finally {
                giveBack(database);
            }
        });
    }

    /** No more connections than threads; the one used last has the most in its cache. */
    private Database take() throws IOException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return Database.open(file, Database.Access.READ); // in place of one that was given up
    }

    private void giveBack(Database database) {
        if (database.isSound()) {
            synchronized (idle) {
                idle.push(database);
            }
            return;
        }
        try {
            database.close();
        } catch (IOException e) {
            LOG.warn("A connection that was given up could not be closed", e);
        }
    }

    /** Waits for the readings under way and closes the connections. */
    @Override
    public void close() throws IOException {
        threads.close();
        Closing closing = new Closing();
        synchronized (idle) {
            while (!idle.isEmpty()) {
                closing.close(idle.pop()::close);
            }
        }
        closing.finish();
    }
}
