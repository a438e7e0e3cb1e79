package org.wirephoto.storage;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.Sort;

/** The pages of the list of live images and of the trash. */
final class ImageLists {
    /**
     * The most names that are sorted anew for each page. Of more, walking the sort's index soon finds a page full.
     */
    static final int FEW = 2_000;

    private static final Position BEGINNING = new Position(Long.MIN_VALUE, "");
    static final String TRASH = "SELECT " + ImageRows.COLUMNS + ", by_deleted, id FROM image"
            + " INDEXED BY trash_by_deleted WHERE deleted IS NOT NULL AND (by_deleted, id) > (?1, ?2)"
            + " AND instr(name_key, ?3) > 0 ORDER BY by_deleted, id LIMIT ?4";

    /** An image with the place that it has in the list. */
    private record Placed<T>(T image, Position place) {}

    private final Database database;
    private final EventQueries events;
    private final ImageQueries images;
    private final NameParts parts;

    ImageLists(Database database) {
        this.database = database;
        this.events = new EventQueries(database);
        this.images = new ImageQueries(database);
        this.parts = new NameParts(database);
    }

    Page page(Sort sort, Optional<String> matchKey, Optional<Position> after, int limit) throws IOException {
        return database.snapshot(() -> {
            List<Placed<StoredImage>> rows = live(sort, matchKey.orElse(""), after.orElse(BEGINNING), limit + 1);
            return new Page(
                    images(rows, limit),
                    next(rows, limit),
                    total(matchKey, images.usage().images()),
                    events.token());
        });
    }

    TrashPage trash(Optional<String> matchKey, Optional<Position> after, int limit) throws IOException {
        return database.snapshot(() -> {
            List<Placed<TrashedImage>> rows = trashed(matchKey.orElse(""), after.orElse(BEGINNING), limit + 1);
            return new TrashPage(
                    images(rows, limit),
                    next(rows, limit),
                    total(matchKey, images.usage().trashed()),
                    events.token());
        });
    }

    private List<Placed<StoredImage>> live(Sort sort, String matchKey, Position after, int limit) throws IOException {
        if (isInNoName(matchKey)) {
            return List.of();
        }
        Optional<String> few = parts.fewWith(matchKey, FEW);
        ListOrder order = ListOrder.of(sort);
        return database.list(
                few.isPresent() ? order.pick() : order.walk(),
                ImageLists::placed,
                after.value(),
                after.tie(),
                few.orElse(matchKey),
                limit);
    }

    private List<Placed<TrashedImage>> trashed(String matchKey, Position after, int limit) throws IOException {
        if (isInNoName(matchKey)) {
            return List.of();
        }
        return database.list(TRASH, ImageLists::placedInTrash, after.value(), after.tie(), matchKey, limit);
    }

    /** SQLite reads a text no further than its first NUL, and no name has control characters. */
    private static boolean isInNoName(String matchKey) {
        return matchKey.chars().anyMatch(Character::isISOControl);
    }

    private static Placed<StoredImage> placed(ResultSet row) throws SQLException {
        return new Placed<>(ImageRows.image(row), place(row));
    }

    private static Placed<TrashedImage> placedInTrash(ResultSet row) throws SQLException {
        return new Placed<>(ImageRows.trashed(row), place(row));
    }

    private static Position place(ResultSet row) throws SQLException {
        return new Position(row.getLong(ImageRows.AFTER_COLUMNS), row.getString(ImageRows.AFTER_COLUMNS + 1));
    }

    private static <T> List<T> images(List<Placed<T>> rows, int limit) {
        return rows.stream().limit(limit).map(Placed::image).toList();
    }

    /** One row more than the page takes says that the list goes on. */
    private static <T> Optional<Position> next(List<Placed<T>> rows, int limit) {
        return rows.size() > limit ? Optional.of(rows.get(limit - 1).place()) : Optional.empty();
    }

    private static OptionalLong total(Optional<String> matchKey, long all) {
        return matchKey.isPresent() ? OptionalLong.empty() : OptionalLong.of(all);
    }
}
