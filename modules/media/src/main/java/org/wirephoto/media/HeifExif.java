package org.wirephoto.media;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the camera's data among the items of a HEIF or AVIF file. */
final class HeifExif {
    private static final int FULL_BOX = 4;
    private static final int IN_FILE = 0;
    private static final int IN_DATA_BOX = 1;

    private HeifExif() {}

    static Exif of(Bytes file, List<Box> meta) throws IOException {
        Optional<Box> items = Box.first(meta, "iinf");
        Optional<Box> locations = Box.first(meta, "iloc");
        if (items.isEmpty() || locations.isEmpty()) {
            return Exif.NONE;
        }
        try {
            OptionalLong item = item(items.get().content());
            if (item.isEmpty()) {
                return Exif.NONE;
            }
            Bytes inDataBox = Box.first(meta, "idat").map(Box::content).orElse(file.part(0, 0));
            Bytes data = new HeifLocations(locations.get().content(), file, inDataBox).find(item.getAsLong());
            // The item begins with the distance to the data proper.
            return Exif.of(data.part(FULL_BOX + data.u32(0, BIG_ENDIAN), data.length()));
        } catch (DamagedException e) {
            return Exif.NONE;
        }
    }

    private static OptionalLong item(Bytes items) throws IOException, DamagedException {
        int count = items.u8(0) == 0 ? 2 : 4;
        for (Box box : Box.in(items, FULL_BOX + count)) {
            Bytes entry = box.content();
            int version = entry.u8(0);
            int id = version < 3 ? 2 : 4;
            if (version >= 2 && entry.has(FULL_BOX + id + 2, "Exif")) {
                return OptionalLong.of(id == 2 ? entry.u16(FULL_BOX, BIG_ENDIAN) : entry.u32(FULL_BOX, BIG_ENDIAN));
            }
        }
        return OptionalLong.empty();
    }

    /** The table that says where items lie; all its numbers are as wide as its head says. */
    private static final class HeifLocations {
        private final Bytes table;
        private final Bytes file;
        private final Bytes dataBox;
        private final int version;
        private long at = FULL_BOX + 2;

        HeifLocations(Bytes table, Bytes file, Bytes dataBox) throws IOException, DamagedException {
            this.table = table;
            this.file = file;
            this.dataBox = dataBox;
            this.version = table.u8(0);
        }

        Bytes find(long item) throws IOException, DamagedException {
            int widths = table.u16(FULL_BOX, BIG_ENDIAN);
            long count = next(version < 2 ? 2 : 4);
            for (long i = 0; i < count; i++) {
                long id = next(version < 2 ? 2 : 4);
                int method = version == 0 ? IN_FILE : (int) next(2) & 15;
                next(2);
                long base = next((widths >> 4) & 15);
                long extents = next(2);
                Bytes first = extents == 0 ? file.part(0, 0) : extent(widths, method, base);
                if (id == item) {
                    return first;
                }
                for (long more = 1; more < extents; more++) {
                    extent(widths, method, base);
                }
            }
            throw new DamagedException("The file does not say where its camera data lie.");
        }

        private Bytes extent(int widths, int method, long base) throws IOException, DamagedException {
            if (version > 0) {
                next(widths & 15);
            }
            long offset = next((widths >> 12) & 15);
            long length = next((widths >> 8) & 15);
            return switch (method) {
                case IN_FILE -> file.part(base + offset, length);
                case IN_DATA_BOX -> dataBox.part(base + offset, length);
                default -> file.part(0, 0);
            };
        }

        private long next(int width) throws IOException, DamagedException {
            long value = switch (width) {
                case 0 -> 0;
                case 2 -> table.u16(at, BIG_ENDIAN);
                case 4 -> table.u32(at, BIG_ENDIAN);
                case 8 -> table.s64(at, BIG_ENDIAN);
                default -> throw new DamagedException("The file has numbers of an unknown width.");
            };
            at += width;
            return value;
        }
    }
}
