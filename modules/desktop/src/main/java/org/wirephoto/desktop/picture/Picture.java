package org.wirephoto.desktop.picture;

import org.wirephoto.desktop.session.Trouble;

/**
 * What became of a request for a rendering.
 *
 * @param <P> what a decoded picture is
 */
public sealed interface Picture<P> {
    /**
     * It is here.
     *
     * @param pixels the decoded picture
     */
    record Ready<P>(P pixels) implements Picture<P> {}

    /** The server can't draw this image smaller; it can still be fetched as it is. */
    record None<P>() implements Picture<P> {}

    /**
     * It did not come; it may at another time.
     *
     * @param trouble why
     */
    record Failed<P>(Trouble trouble) implements Picture<P> {}
}
