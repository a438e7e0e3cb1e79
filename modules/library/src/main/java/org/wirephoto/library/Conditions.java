package org.wirephoto.library;

import java.util.Optional;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.storage.StoredImage;

/** The condition {@code if-sha256}. */
final class Conditions {
    private Conditions() {}

    static void require(Optional<Digest> wanted, StoredImage image) throws RefusedException {
        if (wanted.isPresent() && !wanted.get().equals(image.attributes().digest())) {
            throw new RefusedException(ErrorCode.CHANGED, image.name() + " is not the image that you know any more.");
        }
    }

    /** The same where there is no image at all: a condition is never ignored, so it does not hold. */
    static void requireNone(Optional<Digest> wanted) throws RefusedException {
        if (wanted.isPresent()) {
            throw new RefusedException(ErrorCode.CHANGED, "The image that you know is not there any more.");
        }
    }
}
