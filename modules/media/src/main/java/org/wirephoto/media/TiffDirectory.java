package org.wirephoto.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One directory of tags in a TIFF file, or in EXIF data, which has the same form. Tags are looked up where they lie;
 * nothing follows a chain, so a loop of directories leads nowhere.
 */
final class TiffDirectory {
    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int BYTE = 1;
    private static final int TEXT = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DIRECTORY = 13;
    private static final int LONG_8 = 16;
    private static final int DIRECTORY_8 = 18;
    private static final int MOST_TAGS = 65_535;

    private final Bytes bytes;
    private final ByteOrder order;
    private final boolean big;
    private final long at;
    private final long tags;

    private TiffDirectory(Bytes bytes, ByteOrder order, boolean big, long at) throws IOException, DamagedException {
        this.bytes = bytes;
        this.order = order;
        this.big = big;
        long count = big ? bytes.s64(at, order) : bytes.u16(at, order);
        this.at = at + (big ? 8 : 2);
        this.tags = count < 0 ? 0 : Math.min(count, MOST_TAGS);
    }

    /** The first directory, found through the header. */
    static TiffDirectory first(Bytes bytes) throws IOException, DamagedException {
        ByteOrder order = orderOf(bytes);
        boolean big = switch (bytes.u16(2, order)) {
            case CLASSIC -> false;
            case BIG -> true;
            default -> throw new DamagedException("The file has no directory of tags.");
        };
        return new TiffDirectory(bytes, order, big, big ? bytes.s64(8, order) : bytes.u32(4, order));
    }

    /** Another directory of the same file. */
    TiffDirectory at(long offset) throws IOException, DamagedException {
        return new TiffDirectory(bytes, order, big, offset);
    }

    /** The first value of a tag that holds whole numbers. */
    OptionalLong number(int tag) throws IOException, DamagedException {
        return number(tag, 0);
    }

    /** One value of a tag that holds whole numbers, where it has that many. */
    OptionalLong number(int tag, long index) throws IOException, DamagedException {
        long entry = entry(tag);
        if (entry < 0 || index >= count(entry)) {
            return OptionalLong.empty();
        }
        int type = bytes.u16(entry + 2, order);
        long value = values(entry) + index * size(type);
        return switch (type) {
            case BYTE -> OptionalLong.of(bytes.u8(value));
            case SHORT -> OptionalLong.of(bytes.u16(value, order));
            case LONG, DIRECTORY -> OptionalLong.of(bytes.u32(value, order));
            case LONG_8, DIRECTORY_8 -> OptionalLong.of(bytes.s64(value, order));
            default -> OptionalLong.empty();
        };
    }

    /** How many values a tag has, 0 where it is absent. */
    long valuesOf(int tag) throws IOException, DamagedException {
        long entry = entry(tag);
        return entry < 0 ? 0 : count(entry);
    }

    /** The text of a tag, cut to a length, without the zero that ends it. */
    Optional<String> text(int tag, int atMost) throws IOException, DamagedException {
        long entry = entry(tag);
        if (entry < 0 || bytes.u16(entry + 2, order) != TEXT) {
            return Optional.empty();
        }
        String text = bytes.text(values(entry), Math.clamp(count(entry), 0, atMost));
        int end = text.indexOf('\0');
        return Optional.of(end < 0 ? text : text.substring(0, end));
    }

    private long entry(int tag) throws IOException, DamagedException {
        int size = big ? 20 : 12;
        for (long i = 0; i < tags; i++) {
            if (bytes.u16(at + i * size, order) == tag) {
                return at + i * size;
            }
        }
        return -1;
    }

    private long count(long entry) throws IOException, DamagedException {
        return big ? bytes.s64(entry + 4, order) : bytes.u32(entry + 4, order);
    }

    /** Few values lie in the entry itself, more of them where it points to. */
    private long values(long entry) throws IOException, DamagedException {
        long inside = entry + (big ? 12 : 8);
        int room = big ? 8 : 4;
        int size = size(bytes.u16(entry + 2, order));
        if (count(entry) <= room / size) {
            return inside;
        }
        return big ? bytes.s64(inside, order) : bytes.u32(inside, order);
    }

    private static int size(int type) {
        return switch (type) {
            case SHORT -> 2;
            case LONG, DIRECTORY -> 4;
            case LONG_8, DIRECTORY_8 -> 8;
            default -> 1;
        };
    }

    private static ByteOrder orderOf(Bytes bytes) throws IOException, DamagedException {
        return switch (bytes.text(0, 2)) {
            case "II" -> ByteOrder.LITTLE_ENDIAN;
            case "MM" -> ByteOrder.BIG_ENDIAN;
            default -> throw new DamagedException("The file has no directory of tags.");
        };
    }
}
