package org.wirephoto.client;

import java.util.Optional;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Variant;

/**
 * On what terms an image is fetched into a file.
 *
 * @param overwrite whether a file that is there may be replaced
 * @param variant the rendering that is wanted; empty for the original
 * @param ifDigest what the image has to be; empty where it does not matter
 */
public record FetchOptions(boolean overwrite, Optional<Variant> variant, Optional<Digest> ifDigest) {
    /** The original, into a new file. */
    public static FetchOptions createNew() {
        return new FetchOptions(false, Optional.empty(), Optional.empty());
    }

    /** The same, but a file that is there is replaced. */
    public FetchOptions overwriting() {
        return new FetchOptions(true, variant, ifDigest);
    }

    /** The same for a smaller rendering. */
    public FetchOptions withVariant(Variant wanted) {
        return new FetchOptions(overwrite, Optional.of(wanted), ifDigest);
    }

    /** The same, but if the image is another one the server refuses with {@code changed}. */
    public FetchOptions withIfDigest(Digest expected) {
        return new FetchOptions(overwrite, variant, Optional.of(expected));
    }
}
