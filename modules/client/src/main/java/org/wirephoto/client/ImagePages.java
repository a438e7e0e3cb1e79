package org.wirephoto.client;

import java.io.IOException;
import java.util.Optional;

/**
 * The pages of a list, one after another; the next is asked for when it is wanted. Used by one thread at a time.
 * Holds no connection between two pages, so it need not be closed.
 */
public final class ImagePages {
    ImagePages() {}

    /**
     * The next page, or empty after the last. An empty store has one page with nothing on it.
     *
     * @throws RefusedException if the server refuses to list
     * @throws IOException if the server can't be reached or makes no sense; the same page can be asked for again
     */
    public Optional<ImagePage> next() throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }
}
