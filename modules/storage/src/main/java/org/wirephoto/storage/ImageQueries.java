package org.wirephoto.storage;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;

/** The look-ups of single images, the same for a reader and for the writer. */
final class ImageQueries {
    private static final String SELECT = "SELECT " + ImageRows.COLUMNS + " FROM image ";
    private static final String USAGE = "SELECT images, bytes, trashed, trashed_bytes FROM ";

    private final Database database;

    ImageQueries(Database database) {
        this.database = database;
    }

    Optional<StoredImage> find(ImageName name) throws IOException {
        return database.first(SELECT + "WHERE name_key = ? AND deleted IS NULL", ImageRows::image, name.key());
    }

    Optional<StoredImage> live(String id) throws IOException {
        return database.first(SELECT + "WHERE id = ? AND deleted IS NULL", ImageRows::image, id);
    }

    Optional<StoredImage> holder(Digest digest) throws IOException {
        return database.first(
                SELECT + "WHERE digest = ? AND deleted IS NULL LIMIT 1", ImageRows::image, ImageRows.bytes(digest));
    }

    boolean names(Digest digest) throws IOException {
        return database.number("SELECT EXISTS (SELECT 1 FROM image WHERE digest = ?)", ImageRows.bytes(digest)) == 1;
    }

    List<ImageName> withStem(String stemKey, int limit) throws IOException {
        return database.list(
                "SELECT name FROM image WHERE stem_key = ? AND deleted IS NULL ORDER BY name_key LIMIT ?",
                row -> ImageName.of(row.getString(1)),
                stemKey,
                limit);
    }

    Optional<TrashedImage> trashed(String id) throws IOException {
        return database.first(SELECT + "WHERE id = ? AND deleted IS NOT NULL", ImageRows::trashed, id);
    }

    Optional<TrashedImage> newestTrashed(ImageName name) throws IOException {
        return database.first(
                SELECT + "WHERE name_key = ? AND deleted IS NOT NULL ORDER BY by_deleted LIMIT 1",
                ImageRows::trashed,
                name.key());
    }

    List<TrashedImage> oldestTrash(int limit) throws IOException {
        return database.list(
                SELECT + "WHERE deleted IS NOT NULL ORDER BY by_deleted DESC, id DESC LIMIT ?",
                ImageRows::trashed,
                limit);
    }

    Usage usage() throws IOException {
        return database.first(USAGE + "total", ImageQueries::usage).orElse(Usage.NONE);
    }

    Usage usage(String owner) throws IOException {
        return database.first(USAGE + "usage WHERE owner = ?", ImageQueries::usage, owner)
                .orElse(Usage.NONE);
    }

    private static Usage usage(ResultSet row) throws SQLException {
        return new Usage(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
}
