package org.wirephoto.media;

import java.io.IOException;
import java.nio.file.Path;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;

/**
 * Makes thumbnails and previews: upright, in sRGB, without metadata, never enlarged.
 *
 * <p>Decoding runs on a few platform threads of its own, and only as much of it at once as a memory budget allows. A
 * maker may be used by any number of threads.
 */
public final class PreviewMaker implements AutoCloseable {

    /** Makes a maker that keeps within these settings; close it when it is no longer needed. */
    public PreviewMaker(PreviewSettings settings) {}

    /**
     * Renders an image into a file; the caller, which may be a virtual thread, waits until that is done, refused, or
     * the limit of the settings has passed.
     *
     * @param target created, or overwritten; its content is of use only where the verdict is {@link
     *     PreviewVerdict.Made}
     * @throws IOException where the image can't be opened or the target can't be written; never for what is in the
     *     image
     * @throws InterruptedException where the caller was interrupted; the decode is told to stop
     * @throws IllegalStateException where the maker was closed
     */
    public PreviewVerdict make(Path image, ImageType type, Variant variant, Path target)
            throws IOException, InterruptedException {
        return new PreviewVerdict.NotPossible("no rendering of this type");
    }

    /** Refuses new work, stops what runs and waits for it a few seconds at most. */
    @Override
    public void close() {}
}
