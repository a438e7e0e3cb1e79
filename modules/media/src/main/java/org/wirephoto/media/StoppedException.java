package org.wirephoto.media;

import javax.imageio.IIOException;

/** Ends a reader from within, on its own thread, because its time is over. */
final class StoppedException extends IIOException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped");
    }
}
