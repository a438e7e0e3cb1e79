package org.wirephoto.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.wirephoto.protocol.ImageName;

/**
 * An image on its way in, for one thread: {@link #write} until {@link #offset} is {@link #size}, then {@link #finish},
 * and {@link #close} in any case. Room on the disk is kept for the whole of it until then.
 */
public final class Incoming implements AutoCloseable {
    Incoming() {}

    /** The name that the image will have, in its stored spelling. */
    public ImageName name() {
        throw new UnsupportedOperationException();
    }

    /** How many of the image's bytes are here; above 0 from the start where a broken upload goes on. */
    public long offset() {
        throw new UnsupportedOperationException();
    }

    /** How many bytes the whole image has. */
    public long size() {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes more of the image, all that the buffer has.
     *
     * @throws RefusedException as soon as what came can't become the image; nothing of it is kept, and the caller
     *     drops the rest of the body
     * @throws IOException where another connection took the upload over, or the disk fails
     * @throws IllegalArgumentException where it is more than is missing
     */
    public void write(ByteBuffer bytes) throws RefusedException, IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Checks the whole image and names it; when this returns, bytes and entry are on stable storage. Called once, with
     * all bytes here.
     *
     * @throws RefusedException where a rule does not let it in; nothing of it is kept
     * @throws InterruptedException while waiting for a decoder or the writer; whether it was stored is then unknown
     */
    public Image finish() throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Ends it; where it did not finish and was not refused, what came is kept if it can be resumed. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
