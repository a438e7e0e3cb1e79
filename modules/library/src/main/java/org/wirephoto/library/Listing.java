package org.wirephoto.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list.
 *
 * @param entries the images, in the order that was asked for
 * @param seq the event token of a state no later than the page's: a client that watches since it misses nothing
 * @param total how many images there are in all, or in the trash; empty where only names with a text were asked for
 * @param after the cursor of the next page; empty on the last
 */
public record Listing(List<Entry> entries, String seq, OptionalLong total, Optional<String> after) {
    /** Copies the list. */
    public Listing {
        entries = List.copyOf(entries);
    }

    /**
     * One line of a list.
     *
     * @param image the image
     * @param deleted when it went to the trash; empty for live images
     */
    public record Entry(Image image, Optional<Instant> deleted) {}
}
