package org.wirephoto.desktop.viewer;

import org.wirephoto.desktop.session.Trouble;

/**
 * How far an image is shown.
 *
 * @param <P> what a decoded picture is
 */
public sealed interface ViewerState<P> {
    /** How much of an image there is to see. */
    enum Sharpness {
        /** The thumbnail of the grid, until something better comes. */
        THUMBNAIL,
        /** The server's preview. */
        PREVIEW,
        /** The image itself. */
        ORIGINAL
    }

    /** Nothing of it is here yet. */
    record Loading<P>() implements ViewerState<P> {}

    /**
     * It is here.
     *
     * @param pixels the decoded picture
     * @param sharpness how good it is
     */
    record Shown<P>(P pixels, Sharpness sharpness) implements ViewerState<P> {}

    /** Neither the server nor this program can draw it; it can be fetched as it is. */
    record NoPicture<P>() implements ViewerState<P> {}

    /**
     * It did not come.
     *
     * @param trouble why
     */
    record Failed<P>(Trouble trouble) implements ViewerState<P> {}
}
