package org.wirephoto.storage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of the trash, the last deleted first.
 *
 * @param images at most as many as were asked for
 * @param next where the following page begins, empty on the last page
 * @param total how many images are in the trash, empty where names were matched
 * @param token the newest event of the state that the page shows
 */
public record TrashPage(List<TrashedImage> images, Optional<Position> next, OptionalLong total, String token) {
    /** Copies the list. */
    public TrashPage {
        images = List.copyOf(images);
    }
}
