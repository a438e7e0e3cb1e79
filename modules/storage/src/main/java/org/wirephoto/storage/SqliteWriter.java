package org.wirephoto.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;

/** What one change sees and does, within the transaction of the one connection that writes. */
final class SqliteWriter implements CatalogueWriter {
    private static final String INSERT = "INSERT INTO image (name, name_key, stem_key, owner, " + ImageRows.ATTRIBUTES
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String RENAME = "UPDATE image SET name = ?, name_key = ?, stem_key = ?";

    private final Database database;
    private final ImageQueries images;
    private final EventQueries events;
    private final Set<Digest> unnamed;
    private final Thread thread = Thread.currentThread();
    private boolean over;
    private boolean told;

    /**
     * A writer for one change.
     *
     * @param database has a transaction under way
     * @param unnamed the digests of the rows that this transaction removed, to which this change adds its own
     */
    SqliteWriter(Database database, Set<Digest> unnamed) {
        this.database = database;
        this.images = new ImageQueries(database);
        this.events = new EventQueries(database);
        this.unnamed = unnamed;
    }

    /** Ends the validity, and gives whether watchers have something to hear. */
    boolean end() {
        over = true;
        return told;
    }

    private void checkValid() {
        if (over || Thread.currentThread() != thread) {
            throw new IllegalStateException("a writer is valid only within its change");
        }
    }

    private ImageQueries images() {
        checkValid();
        return images;
    }

    private EventQueries tell() {
        told = true;
        return events;
    }

    @Override
    public Optional<StoredImage> find(ImageName name) throws IOException {
        return images().find(name);
    }

    @Override
    public Optional<StoredImage> holder(Digest digest) throws IOException {
        return images().holder(digest);
    }

    @Override
    public Optional<TrashedImage> trashed(String id) throws IOException {
        return images().trashed(id);
    }

    @Override
    public Optional<TrashedImage> newestTrashed(ImageName name) throws IOException {
        return images().newestTrashed(name);
    }

    @Override
    public List<TrashedImage> oldestTrash(int limit) throws IOException {
        return images().oldestTrash(limit);
    }

    @Override
    public Usage usage() throws IOException {
        return images().usage();
    }

    @Override
    public Usage usage(String owner) throws IOException {
        return images().usage(owner);
    }

    @Override
    public boolean names(Digest digest) throws IOException {
        return images().names(digest) || unnamed.contains(digest);
    }

    @Override
    public void insert(StoredImage image) throws IOException {
        checkValid();
        database.update(INSERT, ImageRows.values(image));
        tell().saved(image.attributes().id());
    }

    @Override
    public void moveToTrash(StoredImage image, Instant when, boolean silently) throws IOException {
        checkValid();
        String id = image.attributes().id();
        if (!silently) {
            tell().deleted(id);
        }
        changeOne(id, "UPDATE image SET deleted = ? WHERE id = ? AND deleted IS NULL", when.toEpochMilli(), id);
    }

    @Override
    public void restore(TrashedImage image, ImageName to) throws IOException {
        checkValid();
        String id = image.image().attributes().id();
        changeOne(
                id,
                RENAME + ", deleted = NULL WHERE id = ? AND deleted IS NOT NULL",
                to.text(),
                to.key(),
                ImageRows.stemKey(to),
                id);
        tell().saved(id);
    }

    @Override
    public void rename(StoredImage image, ImageName to) throws IOException {
        checkValid();
        String id = image.attributes().id();
        String before = images.live(id).orElseThrow(() -> gone(id)).name().text();
        changeOne(id, RENAME + " WHERE id = ? AND deleted IS NULL", to.text(), to.key(), ImageRows.stemKey(to), id);
        tell().renamed(id, before);
    }

    @Override
    public void removeForever(String id) throws IOException {
        checkValid();
        Optional<StoredImage> live = images.live(id);
        if (live.isPresent()) {
            tell().deleted(id);
        }
        StoredImage image = live.isPresent()
                ? live.get()
                : images.trashed(id).orElseThrow(() -> gone(id)).image();
        changeOne(id, "DELETE FROM image WHERE id = ?", id);
        unnamed.add(image.attributes().digest());
    }

    private void changeOne(String id, String sql, Object... values) throws IOException {
        if (database.update(sql, values) != 1) {
            throw gone(id);
        }
    }

    private static IllegalStateException gone(String id) {
        return new IllegalStateException("no image with the id " + id + " is there to be changed");
    }
}
