package org.wirephoto.media;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Tells a camera's raw data in a TIFF coat from a TIFF image: by the marks that the makers leave, never by the make
 * alone, which a developed photograph keeps.
 */
final class RawSigns {
    /** What people are told that it is. */
    static final String FOUND = "a camera's raw data";

    private static final int SUBFILE = 254;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int MAKE = 271;
    private static final int SUB_DIRECTORIES = 330;
    private static final int FILTER_PATTERN = 33_422;
    private static final int DNG_VERSION = 50_706;
    private static final int REDUCED = 1;
    private static final int MOST_SUB_DIRECTORIES = 16;
    private static final int MAKE_LENGTH = 64;
    /** Colour filter array, and the linear form of it. */
    private static final Set<Long> SENSOR_COLOURS = Set.of(32_803L, 34_892L);
    /** Those of Nikon, Pentax, Sony, Samsung and Kodak. */
    private static final Set<Long> MAKERS_COMPRESSIONS =
            Set.of(34_713L, 65_535L, 32_767L, 32_769L, 32_770L, 32_772L, 65_000L, 262L);

    private RawSigns() {}

    /** Whether the first bytes of a file of TIFF's form show raw data. */
    static boolean in(Bytes head) throws IOException {
        try {
            return head.has(8, "CR\2") || in(TiffDirectory.first(head));
        } catch (DamagedException e) {
            // Tags that lie further back than the head are no camera's: those write them in front.
            return false;
        }
    }

    private static boolean in(TiffDirectory first) throws IOException, DamagedException {
        if (isSensor(first) || first.valuesOf(DNG_VERSION) > 0) {
            return true;
        }
        long below = Math.min(first.valuesOf(SUB_DIRECTORIES), MOST_SUB_DIRECTORIES);
        for (long i = 0; i < below; i++) {
            OptionalLong offset = first.number(SUB_DIRECTORIES, i);
            if (offset.isPresent() && isSensorAt(first, offset.getAsLong())) {
                return true;
            }
        }
        boolean preview = (first.number(SUBFILE).orElse(0) & REDUCED) == REDUCED;
        return preview && below > 0 && first.text(MAKE, MAKE_LENGTH).isPresent();
    }

    private static boolean isSensorAt(TiffDirectory first, long offset) throws IOException {
        try {
            return isSensor(first.at(offset));
        } catch (DamagedException e) {
            // It lies behind the head; the others may not.
            return false;
        }
    }

    private static boolean isSensor(TiffDirectory tags) throws IOException, DamagedException {
        return SENSOR_COLOURS.contains(tags.number(PHOTOMETRIC).orElse(0))
                || MAKERS_COMPRESSIONS.contains(tags.number(COMPRESSION).orElse(0))
                || tags.valuesOf(FILTER_PATTERN) > 0;
    }
}
