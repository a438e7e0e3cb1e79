package org.wirephoto.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.wirephoto.protocol.Fingerprint;

/** A two-way stream of bytes to a server, whatever protects it on its way. One thread reads while one writes. */
interface Wire {
    /**
     * Makes sure of the peer, before anything is said. Waits until it is done or the wire is aborted.
     *
     * @return who the peer has proved to be; empty where the wire knows no peers
     * @throws IOException a sentence of {@code trouble}, if the peer is not the one that is meant
     */
    default Optional<Fingerprint> secure(Trouble trouble) throws IOException {
        return Optional.empty();
    }

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
