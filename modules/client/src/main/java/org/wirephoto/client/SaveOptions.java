package org.wirephoto.client;

import java.util.Optional;
import org.wirephoto.protocol.Digest;

/**
 * On what terms an image is saved.
 *
 * @param replace whether an image of that name may be replaced; the earlier one goes to the trash
 * @param ifDigest what the image to replace has to be; empty where it does not matter
 */
public record SaveOptions(boolean replace, Optional<Digest> ifDigest) {
    /** Replaces nothing. */
    public static SaveOptions createNew() {
        return new SaveOptions(false, Optional.empty());
    }

    /** Replaces whatever has the name. */
    public static SaveOptions replacing() {
        return new SaveOptions(true, Optional.empty());
    }

    /** Replaces the image that has the name if its bytes are those; else the server refuses with {@code changed}. */
    public static SaveOptions replacing(Digest expected) {
        return new SaveOptions(true, Optional.of(expected));
    }
}
