package org.wirephoto.desktop.viewer;

import java.io.IOException;
import org.wirephoto.protocol.ImageAttributes;

/**
 * Makes pixels of originals.
 *
 * @param <P> what a decoded picture is
 */
public interface OriginalDecoder<P> {
    /** Whether an original of this kind and size can be decoded within the memory that there is for it. */
    boolean takes(ImageAttributes attributes);

    /**
     * Decodes an original, upright, and smaller than it is where it is very large. On any thread.
     *
     * @throws IOException if the bytes are no such picture
     */
    P decode(byte[] bytes, ImageAttributes attributes) throws IOException;
}
