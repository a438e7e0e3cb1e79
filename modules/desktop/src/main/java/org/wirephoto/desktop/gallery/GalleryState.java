package org.wirephoto.desktop.gallery;

import java.util.Optional;
import org.wirephoto.desktop.session.Trouble;

/** How far a gallery's listing is. */
public sealed interface GalleryState {
    /**
     * Pages are still to come.
     *
     * @param images how many are here
     * @param total how many there are, where the server said
     */
    record Loading(int images, Optional<Long> total) implements GalleryState {}

    /**
     * All are here.
     *
     * @param images how many
     * @param narrowed whether a search left others out
     * @param more whether there are more than can be held
     */
    record Listed(int images, boolean narrowed, boolean more) implements GalleryState {}

    /**
     * It did not work.
     *
     * @param trouble why
     */
    record Failed(Trouble trouble) implements GalleryState {}
}
