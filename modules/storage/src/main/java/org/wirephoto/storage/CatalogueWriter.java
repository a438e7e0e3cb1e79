package org.wirephoto.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;

/**
 * The catalogue as a {@link Change} sees and changes it: with everything that was changed before, committed or not.
 * Valid only within {@link Change#apply} and on its thread; later calls throw {@link IllegalStateException}.
 *
 * <p>What is not there to be changed is a broken contract, told by {@link IllegalStateException}: look first.
 */
public interface CatalogueWriter {
    /** The live image of this name. */
    Optional<StoredImage> find(ImageName name) throws IOException;

    /** Some live image that has these bytes. */
    Optional<StoredImage> holder(Digest digest) throws IOException;

    /** The image of this id, if it is in the trash. */
    Optional<TrashedImage> trashed(String id) throws IOException;

    /** The image that went to the trash last of those that had this name. */
    Optional<TrashedImage> newestTrashed(ImageName name) throws IOException;

    /** What is longest in the trash, the oldest first. */
    List<TrashedImage> oldestTrash(int limit) throws IOException;

    /** How much is stored in all. */
    Usage usage() throws IOException;

    /** How much is stored that the key of this id saved. */
    Usage usage(String owner) throws IOException;

    /**
     * Whether a row, live or in the trash, names these bytes, or did when the running transaction began. While this
     * is false no crash can bring back a row that names them, and the blob may be removed within this change.
     */
    boolean names(Digest digest) throws IOException;

    /**
     * Adds a live image; watchers hear that it was saved.
     *
     * @throws IllegalStateException if its name or its id is taken
     */
    void insert(StoredImage image) throws IOException;

    /**
     * Moves a live image to the trash.
     *
     * @param image its id says which
     * @param when when it was deleted
     * @param silently whether watchers are not told, since an image of the same name follows in this change
     */
    void moveToTrash(StoredImage image, Instant when, boolean silently) throws IOException;

    /**
     * Brings an image back from the trash; watchers hear that it was saved.
     *
     * @param image its id says which
     * @param to the name to bring it back under
     * @throws IllegalStateException if that name is taken
     */
    void restore(TrashedImage image, ImageName to) throws IOException;

    /**
     * Gives a live image another name, perhaps one that differs in spelling alone; watchers hear of it.
     *
     * @throws IllegalStateException if another image has that name
     */
    void rename(StoredImage image, ImageName to) throws IOException;

    /** Removes an image from the list or the trash for good; watchers hear that it was deleted if it was live. */
    void removeForever(String id) throws IOException;
}
