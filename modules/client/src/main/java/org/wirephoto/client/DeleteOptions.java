package org.wirephoto.client;

import java.util.Optional;
import org.wirephoto.protocol.Digest;

/**
 * On what terms an image is deleted.
 *
 * @param id the one image that is meant, live or in the trash; empty for the live one of the name
 * @param forever whether it is removed for good (for curators) in place of going to the trash
 * @param ifDigest what the image has to be; empty where it does not matter
 */
public record DeleteOptions(Optional<String> id, boolean forever, Optional<Digest> ifDigest) {
    /** Moves the live image to the trash. */
    public static DeleteOptions toTrash() {
        return new DeleteOptions(Optional.empty(), false, Optional.empty());
    }

    /** Removes the live image for good. */
    public static DeleteOptions forGood() {
        return new DeleteOptions(Optional.empty(), true, Optional.empty());
    }

    /** The same for one image alone, which may be in the trash. */
    public DeleteOptions withId(String wanted) {
        return new DeleteOptions(Optional.of(wanted), forever, ifDigest);
    }

    /** The same, but if the image is another one the server refuses with {@code changed}. */
    public DeleteOptions withIfDigest(Digest expected) {
        return new DeleteOptions(id, forever, Optional.of(expected));
    }
}
