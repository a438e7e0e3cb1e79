package org.wirephoto.client;

import java.io.IOException;
import java.util.Optional;

/**
 * The pages of a list, one after another; the next is asked for when it is wanted. Used by one thread at a time.
 * Holds no connection between two pages, so it need not be closed.
 */
public final class ImagePages {
    private final Requests requests;
    private final Trouble trouble;
    private Optional<ListRequest> next;

    ImagePages(Requests requests, Trouble trouble, ListRequest first) {
        this.requests = requests;
        this.trouble = trouble;
        this.next = Optional.of(first);
    }

    /**
     * The next page, or empty after the last. An empty store has one page with nothing on it.
     *
     * @throws RefusedException if the server refuses to list
     * @throws IOException if the server can't be reached or makes no sense; the same page can be asked for again
     */
    public Optional<ImagePage> next() throws IOException, RefusedException {
        if (next.isEmpty()) {
            return Optional.empty();
        }
        ListRequest request = next.get();
        ImagePage page = requests.list(request);
        if (page.next().isPresent() && page.next().equals(request.after())) {
            throw trouble.nonsense("its list goes round in a circle.");
        }
        next = page.next().map(request::withAfter);
        return Optional.of(page);
    }
}
