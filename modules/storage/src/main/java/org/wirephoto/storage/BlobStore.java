package org.wirephoto.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.Digest;

/**
 * The bytes of images, kept by their SHA-256, and the uploads that are on their way. The same bytes are kept once.
 *
 * <p>Safe for any number of threads; callers may be virtual threads. A blob never changes. Removing a blob and
 * naming it in the catalogue both belong inside {@link Catalogue#write}, so that neither happens between the
 * other's look and its act: who names one asks {@link #contains} and calls {@link Upload#place} again if it is gone;
 * who removes one asks {@link CatalogueWriter#names} first.
 */
public interface BlobStore extends AutoCloseable {
    /**
     * Begins an upload, or goes on with a broken one.
     *
     * <p>With a digest, a broken upload of the same owner, digest and size is gone on with: {@link Upload#offset} is
     * what is held of it. One upload has one writer: while another connection writes it, and bytes came within the
     * last 5 s, this is a new one at 0; later, this one takes over and the other's writes fail with
     * {@link LeaseLostException}. Rebuilding the digest of what is held takes as long as reading it.
     *
     * @param owner the id of the key that uploads, or the empty text
     * @param digest what the bytes should turn out to be; without it a broken upload is not kept
     * @param size how many bytes there will be, more than 0
     */
    Upload begin(String owner, Optional<Digest> digest, long size) throws IOException;

    /** Whether these bytes are held. */
    boolean contains(Digest digest) throws IOException;

    /**
     * Opens the bytes of this digest for reading; they stay readable until the blob is closed, whatever happens to
     * the store.
     *
     * @throws java.nio.file.NoSuchFileException if they are not held
     */
    Blob open(Digest digest) throws IOException;

    /** Removes the bytes of this digest; false where there were none. Only within {@link Catalogue#write}. */
    boolean delete(Digest digest) throws IOException;

    /** Visits the digest of every blob, in no particular order, on the caller's thread. */
    <X extends Exception> void forEachDigest(Visitor<Digest, X> visitor) throws X, IOException;

    /** How many more bytes the disk takes, with those that are set aside for the catalogue. */
    long usableSpace() throws IOException;

    /**
     * Drops interrupted uploads, never one that is being written.
     *
     * @param lastTouchedBefore drops those that got no byte since
     * @param keptPerOwner drops the oldest of an owner that has more than this
     * @return how many were dropped
     */
    int dropUploads(Instant lastTouchedBefore, int keptPerOwner) throws IOException;

    /** How many bytes the interrupted uploads have together. */
    long interruptedBytes() throws IOException;

    /** Drops the oldest interrupted upload to make room, and gives how many bytes it had; empty if there is none. */
    OptionalLong dropOldestUpload() throws IOException;

    /** Ends the work; uploads that are open fail from now on and stay as a broken connection leaves them. */
    @Override
    void close() throws IOException;
}
