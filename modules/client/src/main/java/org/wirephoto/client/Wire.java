package org.wirephoto.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A two-way stream of bytes to a server, whatever protects it on its way. One thread reads while one writes. */
interface Wire {
    InputStream input() throws IOException;

    OutputStream output() throws IOException;

    /** Whether the peer has neither said anything that was not read nor gone away. Does not wait. */
    boolean isQuiet();

    /** Whether nobody between here and the peer can read along. */
    boolean isPrivate();

    /** Tells the peer that nothing more comes. */
    void endOutput() throws IOException;

    /**
     * Closes at once, without waiting for whoever reads or writes: they get an exception. For any thread; a second
     * call does nothing.
     */
    void abort();
}
