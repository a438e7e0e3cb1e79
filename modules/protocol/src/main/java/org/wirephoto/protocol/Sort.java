package org.wirephoto.protocol;

import java.util.Locale;
import java.util.Optional;

/** The orders that a list can be in; ties go by name. */
public enum Sort {
    /** By the bytes of the name's key. */
    NAME,
    /** The last saved first. */
    NEWEST,
    /** The first saved first. */
    OLDEST,
    /** The most bytes first. */
    LARGEST,
    /** By the camera's time, the last taken first; images without one come last. */
    TAKEN;

    /** The word that stands for this order on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order that a word on the wire stands for, or empty where there is none such. */
    public static Optional<Sort> of(String wire) {
        for (Sort sort : values()) {
            if (sort.wire().equals(wire)) {
                return Optional.of(sort);
            }
        }
        return Optional.empty();
    }
}
