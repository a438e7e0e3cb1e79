package org.wirephoto.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;

/** How an image stands in a row of the catalogue, and how it is read back. */
final class ImageRows {
    /** The columns of what images and events both tell. */
    static final String ATTRIBUTES = "id, filesize, type, width, height, digest, saved, taken, taken_utc, sender";
    /** The columns that {@link #image} and {@link #trashed} read. */
    static final String COLUMNS = ATTRIBUTES + ", name, owner, deleted";

    /** The first column behind {@link #ATTRIBUTES}. */
    static final int AFTER_ATTRIBUTES = 11;
    /** The first column behind {@link #COLUMNS}. */
    static final int AFTER_COLUMNS = 14;

    private ImageRows() {}

    /** Reads {@link #ATTRIBUTES}. */
    static ImageAttributes attributes(ResultSet row) throws SQLException {
        String type = row.getString(3);
        return new ImageAttributes(
                row.getLong(2),
                ImageType.ofMediaType(type).orElseThrow(() -> new SQLException("unknown image type " + type)),
                row.getInt(4),
                row.getInt(5),
                Digest.of(row.getBytes(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getString(1),
                taken(row),
                Optional.ofNullable(row.getString(10)));
    }

    private static Optional<CameraTime> taken(ResultSet row) throws SQLException {
        long millis = row.getLong(8);
        if (row.wasNull()) {
            return Optional.empty();
        }
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        return Optional.of(new CameraTime(time, row.getBoolean(9)));
    }

    /** Reads {@link #COLUMNS}. */
    static StoredImage image(ResultSet row) throws SQLException {
        return new StoredImage(ImageName.of(row.getString(11)), attributes(row), row.getString(12));
    }

    /** Reads {@link #COLUMNS} of an image in the trash. */
    static TrashedImage trashed(ResultSet row) throws SQLException {
        return new TrashedImage(image(row), Instant.ofEpochMilli(row.getLong(13)));
    }

    /** The values of {@code name, name_key, stem_key, owner} and {@link #ATTRIBUTES}. */
    static @Nullable Object[] values(StoredImage image) {
        ImageAttributes attributes = image.attributes();
        Optional<CameraTime> taken = attributes.taken();
        return new @Nullable Object[] {
            image.name().text(),
            image.name().key(),
            stemKey(image.name()),
            image.owner(),
            attributes.id(),
            attributes.filesize(),
            attributes.type().mediaType(),
            attributes.width(),
            attributes.height(),
            bytes(attributes.digest()),
            attributes.saved().toEpochMilli(),
            taken.map(time -> time.time().toInstant(ZoneOffset.UTC).toEpochMilli())
                    .orElse(null),
            taken.map(time -> time.utc() ? 1 : 0).orElse(null),
            attributes.sender().orElse(null),
        };
    }

    /** What {@link Catalogue#withStem} looks for. */
    static String stemKey(ImageName name) {
        return ImageName.keyOf(name.stem());
    }

    /** A digest as a column has it. */
    static byte[] bytes(Digest digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}
