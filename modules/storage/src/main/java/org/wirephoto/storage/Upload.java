package org.wirephoto.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.wirephoto.protocol.Digest;

/**
 * The bytes of one image on their way into the store. Begun by {@link BlobStore#begin}; its caller closes it.
 *
 * <p>For one thread at a time. Every method but {@link #close} and {@link #discard} fails with
 * {@link LeaseLostException} once another connection took the upload over.
 */
public interface Upload extends AutoCloseable {
    /** How many bytes are held: the first one that is still wanted. */
    long offset();

    /** How many bytes there will be. */
    long size();

    /**
     * Takes bytes in, all that remain in the buffer.
     *
     * @throws IllegalArgumentException if there are more than {@link #size} leaves room for; none is taken then
     * @throws LeaseLostException if another connection took the upload over
     * @throws NoSpaceException if the disk is full
     */
    void write(ByteBuffer bytes) throws IOException;

    /** A copy of the first bytes, at most {@code max} of them; fewer where fewer are held. */
    ByteBuffer head(int max) throws IOException;

    /** Where the bytes can be read that are held so far; gone after {@link #close}. */
    Path file();

    /** The SHA-256 of the bytes that are held so far. */
    Digest digest() throws IOException;

    /**
     * Makes the bytes a blob that outlives a power cut: forces them to disk, puts them in their place (or finds the
     * same bytes there) and forces the folder. Can be called again until the upload is closed, and puts the blob
     * back if it was removed since; then it is quick.
     *
     * @throws IllegalStateException if bytes are missing, or they are not those of the digest that was announced
     */
    void place() throws IOException;

    /** Drops the bytes; a blob that was placed stays. */
    void discard() throws IOException;

    /**
     * Gives the upload up. One that was not placed or discarded is kept for another {@link BlobStore#begin}, if its
     * digest was announced. Closing again does nothing.
     */
    @Override
    void close() throws IOException;
}
