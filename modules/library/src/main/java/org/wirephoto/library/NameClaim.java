package org.wirephoto.library;

import java.io.IOException;
import java.util.Optional;
import org.wirephoto.protocol.Digest;
import org.wirephoto.storage.StoredImage;

/**
 * What a save finds under its name: asked once before the bytes come, and again by the change that stores the image,
 * since others save at the same time.
 */
sealed interface NameClaim {
    /** Nothing: the name is free. */
    record Free() implements NameClaim {}

    /**
     * The same bytes: there is nothing to do.
     *
     * @param image the image as it is stored
     */
    record Same(StoredImage image) implements NameClaim {}

    /**
     * Other bytes, which the caller may replace and wants to.
     *
     * @param earlier the image as it is stored
     */
    record Replaces(StoredImage earlier) implements NameClaim {}

    /**
     * Applies the rules.
     *
     * @param digest what the bytes are, as far as it is known
     */
    static NameClaim check(SaveRequest request, Optional<Digest> digest, NameLookUp names)
            throws RefusedException, IOException {
        Optional<StoredImage> existing = names.find(request.name());
        if (existing.isEmpty()) {
            Conditions.requireNone(request.ifDigest());
            return new Free();
        }
        StoredImage image = existing.get();
        if (digest.isPresent() && digest.get().equals(image.attributes().digest())) {
            return new Same(image);
        }
        if (!request.replace()) {
            throw new NewNames(names).taken(request.name());
        }
        Access.requireOwner(request.caller(), image);
        Conditions.require(request.ifDigest(), image);
        return new Replaces(image);
    }

    /** The live image that it takes away. */
    default Optional<StoredImage> replaced() {
        return this instanceof Replaces(StoredImage earlier) ? Optional.of(earlier) : Optional.empty();
    }
}
