package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Event;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Sort;

/** The catalogue in one SQLite file: one writer, several readers that it never holds up. */
final class SqliteCatalogue implements Catalogue {
    private static final Logger LOG = LogManager.getLogger();
    private static final int PAGE = 500;
    private static final Duration COPY_LIMIT = Duration.ofHours(1);

    private final Path file;
    private final Database database;
    private final Readers readers;
    private final GroupCommit writer;
    private final BoundedThreads maintenance;
    private final List<Runnable> hints = new CopyOnWriteArrayList<>();

    private SqliteCatalogue(Path file, Database database, Readers readers, Ballast ballast, int eventHistory) {
        this.file = file;
        this.database = database;
        this.readers = readers;
        this.maintenance = new BoundedThreads("catalogue-maintenance", 1, COPY_LIMIT);
        this.writer = new GroupCommit(database, new Upkeep(database, ballast, eventHistory));
    }

    /**
     * Opens a catalogue, and makes it if there is none.
     *
     * @throws NewerFormatException if a newer version made it; not a byte is changed
     * @throws ForeignFolderException if it is no catalogue of this program
     */
    static SqliteCatalogue open(Path file, StorageSettings settings) throws IOException {
        Path folder = file.resolveSibling("");
        Ballast ballast = new Ballast(folder, settings.ballast(), Room.at(folder));
        ballast.giveWay(); // before the look, which needs some room too
        Schema.look(file);
        PrivateFiles.createIfMissing(file);
        Database database = Database.open(file, Database.Access.WRITE);
        try {
            Schema.migrate(database, file);
            Readers readers = new Readers(file, settings.readers());
            ballast.comeBack();
            return new SqliteCatalogue(file, database, readers, ballast, settings.eventHistory());
        } catch (IOException | RuntimeException e) {
            Closing.after(e, database::close);
            throw e;
        }
    }

    /** What the writer does besides the changes themselves. */
    private final class Upkeep implements GroupCommit.Around {
        private final EventQueries events;
        private final Checkpoints checkpoints;
        private final Ballast ballast;
        private final int eventHistory;

        Upkeep(Database database, Ballast ballast, int eventHistory) {
            this.events = new EventQueries(database);
            this.checkpoints = new Checkpoints(database, file, Room.at(file));
            this.ballast = ballast;
            this.eventHistory = eventHistory;
        }

        @Override
        public void beforeChanges() {
            if (ballast.giveWay()) {
                checkpoints.idle(); // a log that is all in the file starts afresh, and need not grow
            }
        }

        @Override
        public void beforeCommit() throws IOException {
            events.prune(eventHistory);
        }

        @Override
        public void afterCommit(boolean told) {
            if (told) {
                hints.forEach(SqliteCatalogue::give);
            }
            checkpoints.committed();
            ballast.comeBack();
        }

        @Override
        public void idle() {
            checkpoints.idle();
            ballast.comeBack();
        }
    }

    private static void give(Runnable hint) {
        try {
            hint.run();
        } catch (RuntimeException e) { // a listener's fault must not stop the writer
            LOG.warn("A listener failed to take a hint", e);
        }
    }

    @Override
    public Optional<StoredImage> find(ImageName name) throws IOException {
        return readers.read(database -> new ImageQueries(database).find(name));
    }

    @Override
    public Optional<StoredImage> holder(Digest digest) throws IOException {
        return readers.read(database -> new ImageQueries(database).holder(digest));
    }

    @Override
    public List<ImageName> withStem(String stemKey, int limit) throws IOException {
        return readers.read(database -> new ImageQueries(database).withStem(stemKey, limit));
    }

    @Override
    public List<ImageName> near(ImageName name, int limit) throws IOException {
        return readers.read(database -> new NameParts(database).near(name, limit));
    }

    @Override
    public Page page(Sort sort, Optional<String> matchKey, Optional<Position> after, int limit) throws IOException {
        return readers.read(database -> new ImageLists(database).page(sort, matchKey, after, limit));
    }

    @Override
    public TrashPage trash(Optional<String> matchKey, Optional<Position> after, int limit) throws IOException {
        return readers.read(database -> new ImageLists(database).trash(matchKey, after, limit));
    }

    @Override
    public Optional<TrashedImage> trashed(String id) throws IOException {
        return readers.read(database -> new ImageQueries(database).trashed(id));
    }

    @Override
    public Optional<TrashedImage> newestTrashed(ImageName name) throws IOException {
        return readers.read(database -> new ImageQueries(database).newestTrashed(name));
    }

    @Override
    public String token() throws IOException {
        return readers.read(database -> database.snapshot(new EventQueries(database)::token));
    }

    @Override
    public Optional<List<Event>> events(String since, int limit) throws IOException {
        return readers.read(database -> database.snapshot(() -> new EventQueries(database).since(since, limit)));
    }

    @Override
    public Usage usage() throws IOException {
        return readers.read(database -> new ImageQueries(database).usage());
    }

    @Override
    public Usage usage(String owner) throws IOException {
        return readers.read(database -> new ImageQueries(database).usage(owner));
    }

    @Override
    public Subscription onCommit(Runnable hint) {
        Runnable own = () -> hint.run(); // so that one hint given twice is two registrations
        hints.add(own);
        return () -> hints.remove(own);
    }

    @Override
    public <T, X extends Exception> T write(Change<T, X> change) throws X, IOException, InterruptedException {
        return writer.write(change);
    }

    @Override
    public <X extends Exception> void forEachImage(Visitor<StoredImage, X> visitor) throws X, IOException {
        Optional<Position> after = Optional.empty();
        do {
            Page page = page(Sort.NAME, Optional.empty(), after, PAGE);
            for (StoredImage image : page.images()) {
                visitor.visit(image);
            }
            after = page.next();
        } while (after.isPresent());
    }

    @Override
    public <X extends Exception> void forEachTrashed(Visitor<TrashedImage, X> visitor) throws X, IOException {
        Optional<Position> after = Optional.empty();
        do {
            TrashPage page = trash(Optional.empty(), after, PAGE);
            for (TrashedImage image : page.images()) {
                visitor.visit(image);
            }
            after = page.next();
        } while (after.isPresent());
    }

    @Override
    public void copyTo(Path copy) throws IOException {
        maintenance.call(() -> {
            CatalogueCopy.write(file, copy);
            return copy;
        });
    }

    @Override
    public List<String> check() throws IOException {
        return maintenance.call(() -> CatalogueCheck.problems(file));
    }

    @Override
    public void close() throws IOException {
        Closing closing = new Closing();
        closing.close(writer::close);
        maintenance.close();
        closing.close(readers::close);
        closing.close(database::close); // the last one moves the log into the file
        closing.finish();
    }
}
