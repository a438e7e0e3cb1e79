package org.wirephoto.protocol;

import java.util.Locale;
import java.util.Optional;

/** A smaller rendering of an image that {@code return} can send in place of the original. */
public enum Variant {
    /** Fits in a square of 256 pixels. */
    THUMBNAIL(256),
    /** Fits in a square of 1600 pixels. */
    PREVIEW(1600);

    private final int side;

    Variant(int side) {
        this.side = side;
    }

    /** The longest side that a rendering may have, in pixels. */
    public int side() {
        return side;
    }

    /** The word that stands for this variant on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variant that a word on the wire stands for, or empty where there is none such. */
    public static Optional<Variant> of(String wire) {
        for (Variant variant : values()) {
            if (variant.wire().equals(wire)) {
                return Optional.of(variant);
            }
        }
        return Optional.empty();
    }
}
