package org.wirephoto.storage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of the list of live images.
 *
 * @param images at most as many as were asked for, in the order of the sort
 * @param next where the following page begins, empty on the last page
 * @param total how many live images there are in all, empty where names were matched
 * @param token the newest event of the state that the page shows
 */
public record Page(List<StoredImage> images, Optional<Position> next, OptionalLong total, String token) {
    /** Copies the list. */
    public Page {
        images = List.copyOf(images);
    }
}
