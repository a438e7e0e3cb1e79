package org.wirephoto.desktop.picture;

import java.io.IOException;

/**
 * Makes pixels of bytes.
 *
 * @param <P> what a decoded picture is
 */
public interface PictureDecoder<P> {
    /**
     * Decodes a rendering. On any thread.
     *
     * @throws IOException if the bytes are no picture
     */
    P decode(byte[] bytes) throws IOException;

    /** About how many bytes of memory a decoded picture takes. */
    long weight(P pixels);
}
