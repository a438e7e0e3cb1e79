package org.wirephoto.desktop.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How the pixels of a picture have to be turned, as EXIF data say it: the one thing in them that a picture needs to
 * look as it did.
 *
 * @param code 1 to 8, where 1 is upright
 */
public record ExifOrientation(int code) {
    /** As the pixels lie. */
    static final ExifOrientation UPRIGHT = new ExifOrientation(1);

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int CLASSIC = 42;
    private static final long ENTRY = 12;
    private static final int LAST = 8;
    private static final int FIRST_DIRECTORY = 8;
    private static final int BARE_BYTES = 26;

    /** Reads EXIF data without the prefix of JPEG. Damage in them, or none at all, means upright. */
    public static ExifOrientation read(byte[] exif) {
        return order(exif)
                .map(order -> ByteBuffer.wrap(exif).order(order))
                .map(ExifOrientation::read)
                .orElse(UPRIGHT);
    }

    private static Optional<ByteOrder> order(byte[] exif) {
        if (exif.length < FIRST_DIRECTORY || exif[0] != exif[1]) {
            return Optional.empty();
        }
        return switch (exif[0]) {
            case 'I' -> Optional.of(ByteOrder.LITTLE_ENDIAN);
            case 'M' -> Optional.of(ByteOrder.BIG_ENDIAN);
            default -> Optional.empty();
        };
    }

    private static ExifOrientation read(ByteBuffer tags) {
        long at = Integer.toUnsignedLong(tags.getInt(4));
        if (tags.getShort(2) != CLASSIC || at + 2 > tags.limit()) {
            return UPRIGHT;
        }
        int count = Short.toUnsignedInt(tags.getShort((int) at));
        for (int i = 0; i < count && at + 2 + (i + 1) * ENTRY <= tags.limit(); i++) {
            int entry = (int) (at + 2 + i * ENTRY);
            if (Short.toUnsignedInt(tags.getShort(entry)) == TAG) {
                return of(value(tags, entry));
            }
        }
        return UPRIGHT;
    }

    private static long value(ByteBuffer tags, int entry) {
        return switch (tags.getShort(entry + 2)) {
            case SHORT -> Short.toUnsignedLong(tags.getShort(entry + 8));
            case LONG -> Integer.toUnsignedLong(tags.getInt(entry + 8));
            default -> 0;
        };
    }

    private static ExifOrientation of(long code) {
        return code >= 1 && code <= LAST ? new ExifOrientation((int) code) : UPRIGHT;
    }

    boolean isUpright() {
        return code == UPRIGHT.code;
    }

    /** EXIF data that say this and nothing else. */
    byte[] bare() {
        ByteBuffer tags = ByteBuffer.allocate(BARE_BYTES);
        tags.put((byte) 'M').put((byte) 'M').putShort((short) CLASSIC).putInt(FIRST_DIRECTORY);
        tags.putShort((short) 1);
        tags.putShort((short) TAG).putShort((short) SHORT).putInt(1).putShort((short) code);
        return tags.array();
    }
}
