package org.wirephoto.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list.
 *
 * @param images what is on it, in the order that was asked for
 * @param unreadable how many more images are on it that this version of the client can't read, of a type that it
 *     does not know, say
 * @param next the cursor of the next page; empty on the last
 * @param seq the token to watch from, so that no change after this page is missed
 * @param total how many images there are in all, where the server counted
 */
public record ImagePage(
        List<RemoteImage> images, int unreadable, Optional<String> next, String seq, OptionalLong total) {
    /** Copies the images. */
    public ImagePage {
        images = List.copyOf(images);
    }
}
