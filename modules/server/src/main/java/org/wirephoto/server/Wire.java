package org.wirephoto.server;

import java.io.Closeable;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/**
 * The bytes of one connection, whatever carries them: the one place that tells a plain wire from a TLS one.
 *
 * <p>One thread reads and one writes; {@link #abort} may come from any thread.
 */
interface Wire extends Closeable {
    /** Who is at the other end. */
    InetSocketAddress peer();

    /** Whether nobody on the way can read what goes over it. */
    boolean isEncrypted();

    /**
     * Agrees with the peer on how to talk, which has to come before everything else.
     *
     * @param wait how long that may take, more than 0
     * @throws WireException if there is nobody to talk to; one who speaks something else was told what this port is
     */
    void open(Duration wait) throws WireException;

    /**
     * Reads what is there, at least one byte.
     *
     * @param into an array-backed buffer with room
     * @param wait how long to wait for the first byte, more than 0
     * @return how many bytes came, or -1 at the end of the input
     * @throws SilenceException if nothing came in time; the wire is still in use then
     */
    int read(ByteBuffer into, Duration wait) throws WireException;

    /** Writes all of the buffer; where the peer takes nothing for too long the wire is cut. */
    void write(ByteBuffer bytes) throws WireException;

    /**
     * Writes a part of a file; a peer that takes nothing for too long is cut off, as with {@link #write}.
     *
     * @throws WireException also where the file ends too early
     */
    void send(FileChannel file, long position, long count) throws WireException;

    /** Tells the peer that nothing more will come; it may still send. */
    void endOutput() throws WireException;

    /** Ends a connection whose reader waits for the peer: from any thread, and without waiting. */
    void leave();

    /** Ends the connection at once, whatever another thread does with it; what was not sent yet is lost. */
    void abort();

    /** Ends the connection; what was written still arrives. */
    @Override
    void close();

    /** Nothing came in time. */
    final class SilenceException extends WireException {
        private static final long serialVersionUID = 1L;

        SilenceException() {
            super("nothing came in time");
        }
    }
}
