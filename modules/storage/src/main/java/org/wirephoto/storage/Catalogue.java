package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Event;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Sort;

/**
 * Which images there are: names, attributes, the trash, and the history of what happened. It knows no rule about
 * who may do what; the library does.
 *
 * <p>Safe for any number of threads. Callers may be virtual threads: they park while a bounded number of platform
 * threads does the work. Reads see what is committed and are never held up by writes. Every method fails with an
 * {@link IOException} when the catalogue is closed or the disk fails, with {@link NoSpaceException} when the disk
 * is full, and with {@link java.io.InterruptedIOException}, the interruption restored, when the caller is
 * interrupted while it waits.
 */
public interface Catalogue extends AutoCloseable {
    /** The live image of this name. */
    Optional<StoredImage> find(ImageName name) throws IOException;

    /** Some live image that has these bytes. */
    Optional<StoredImage> holder(Digest digest) throws IOException;

    /**
     * The names of live images that read {@code stem.*}, in the order of their keys.
     *
     * @param stemKey {@link ImageName#keyOf} the part before the last dot
     * @param limit how many are wanted at most
     */
    List<ImageName> withStem(String stemKey, int limit) throws IOException;

    /**
     * The names of live images that might be what somebody meant who asked for {@code name}: its neighbours in the
     * alphabet, then those that share the most parts with it. The cost does not grow with the store.
     */
    List<ImageName> near(ImageName name, int limit) throws IOException;

    /**
     * A part of the list of live images. A page costs the same wherever it lies.
     *
     * @param sort the order of the list
     * @param matchKey {@link ImageName#keyOf} what names must contain; every character stands for itself
     * @param after where the page begins, as {@link Page#next} of a page of the same sort had it; empty at the
     *     beginning
     * @param limit how many images are wanted at most, more than 0
     */
    Page page(Sort sort, Optional<String> matchKey, Optional<Position> after, int limit) throws IOException;

    /** A part of the trash, the last deleted first; the parameters are those of {@link #page}. */
    TrashPage trash(Optional<String> matchKey, Optional<Position> after, int limit) throws IOException;

    /** The image of this id, if it is in the trash. */
    Optional<TrashedImage> trashed(String id) throws IOException;

    /** The image that went to the trash last of those that had this name. */
    Optional<TrashedImage> newestTrashed(ImageName name) throws IOException;

    /**
     * Stands for everything that happened so far. Opaque; in commit order within this store's history, which ends
     * where a copy of the store begins.
     */
    String token() throws IOException;

    /**
     * What happened after {@code since}, in the order of the commits.
     *
     * @param since a token of this catalogue, or any text that a peer took for one
     * @param limit how many events are wanted at most; to go on, ask again since the last one's
     * @return empty where {@code since} can't be followed: too old, of another history, or no token at all
     */
    Optional<List<Event>> events(String since, int limit) throws IOException;

    /**
     * Has {@code hint} called after commits that had events. It is no more than a hint: it may be called too often,
     * and other processes' commits may come without it, so a watcher looks at {@link #events} from time to time
     * anyway.
     *
     * @param hint runs on the writer's thread: must return at once and throw nothing
     */
    Subscription onCommit(Runnable hint);

    /**
     * Runs a change and returns when it is on stable storage. Changes run one after another; those that wait
     * together share a commit, but each is undone alone when it throws.
     *
     * @throws X what the change itself threw; nothing was changed
     * @throws IOException also where the commit failed (nothing was changed), where the catalogue was closed before
     *     the change began (the same), and where no answer came within a minute (only then it is not known whether
     *     anything was changed, and the message says so)
     * @throws InterruptedException when the caller is interrupted before the change begins; nothing was changed. A
     *     change that has begun is waited for, and the interruption restored.
     */
    <T, X extends Exception> T write(Change<T, X> change) throws X, IOException, InterruptedException;

    /** How much is stored in all; cheap. */
    Usage usage() throws IOException;

    /** How much is stored that the key of this id saved; cheap. */
    Usage usage(String owner) throws IOException;

    /**
     * Visits every live image in the order of the names' keys, a page at a time: what changes meanwhile may or may
     * not be seen, everything else is seen once. The visitor runs on the caller's thread.
     */
    <X extends Exception> void forEachImage(Visitor<StoredImage, X> visitor) throws X, IOException;

    /** Visits everything in the trash, as {@link #forEachImage} does. */
    <X extends Exception> void forEachTrashed(Visitor<TrashedImage, X> visitor) throws X, IOException;

    /**
     * Writes a copy of the catalogue as it is at one moment, forced to disk, while the work goes on. The copy begins
     * a history of its own, so no token of this one is ever followed in it.
     *
     * @param file must not exist
     */
    void copyTo(Path file) throws IOException;

    /** Looks for damage in the catalogue's own file and gives a sentence for each; empty where all is well. */
    List<String> check() throws IOException;

    /**
     * Ends the work: the changes under way are committed, those that wait fail with an {@link IOException}. Closing
     * again does nothing.
     */
    @Override
    void close() throws IOException;
}
