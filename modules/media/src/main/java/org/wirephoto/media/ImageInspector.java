package org.wirephoto.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.wirephoto.protocol.ImageType;

/**
 * Tells what a file really is: its type from its first bytes, then its size and time from the whole of it.
 *
 * <p>Nothing that a file says of its own size is trusted with memory: a look at an image takes a bounded amount,
 * however large it claims to be. An inspector has no state and may be used by any number of threads.
 */
public final class ImageInspector {
    /** How many of a file's first bytes {@link #typeOf} looks at; give it all of these, or the whole of a smaller file. */
    public static final int HEAD_BYTES = 65_536;

    /** Makes an inspector. */
    public ImageInspector() {}

    /**
     * Decides the type by content alone.
     *
     * @param head the first {@link #HEAD_BYTES} bytes of the file, or all of them; its position is left where it is
     */
    public TypeVerdict typeOf(ByteBuffer head) {
        return new TypeVerdict.Unsupported("data of " + head.remaining() + " bytes");
    }

    /**
     * Reads the size in pixels and the time, without decoding a pixel.
     *
     * @param image the whole file
     * @param type what {@link #typeOf} said
     * @throws IOException where the file can't be read; never for what is in it
     */
    public FactsVerdict factsOf(Path image, ImageType type) throws IOException {
        return new FactsVerdict.Facts(1, 1, Optional.empty());
    }
}
