package org.wirephoto.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.Variant;

/**
 * A program's way to one server: sends and fetches images, lists, changes and watches them.
 *
 * <p>Keeps a pool of connections, so that several transfers go on at once, with room for short requests beside them.
 * A lost connection is made again and a transfer goes on where it was; what can't be tried again says so. All methods
 * are safe for any thread and block for as long as they take, every wait within the limits of
 * {@link ConnectionSettings}: call them on virtual threads, where an interrupt stops them with
 * {@link CancelledException}.
 *
 * <p>Names are given as a person typed them; the server says what is wrong with one, and what would do. What every
 * method can end with, besides what it says itself: {@link RefusedException} where the server refuses,
 * {@link UnreachableException}, {@link ConnectionLostException}, {@link ProtocolException} and
 * {@link CancelledException}.
 */
public final class WirephotoClient implements AutoCloseable {
    private WirephotoClient() {}

    /**
     * Connects to a server and greets it. Tried once: a server that is not there is told at once.
     *
     * @throws RefusedException if the server does not admit this client
     * @throws UnreachableException if no server answers
     * @throws ProtocolException if what answers is not a Wirephoto server
     * @throws IOException if the connection breaks
     */
    public static WirephotoClient connect(ServerAddress address, ConnectionSettings settings)
            throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /** Where the server is, as it was given. */
    public ServerAddress address() {
        throw new UnsupportedOperationException();
    }

    /** What the server said of itself when it was last greeted. Does not wait. */
    public ServerInfo serverInfo() {
        throw new UnsupportedOperationException();
    }

    /** Asks the server for the least that there is to ask, and measures how long the answer takes. */
    public Duration ping() throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Saves a file as an image. The file is read twice: for its digest, then for its bytes, of which those are left
     * out that the server has already.
     *
     * @param file a regular file
     * @param name the name that the image shall have
     * @return the image as it is stored; it is on the server's stable storage
     * @throws FileChangedException if the file was changed while it was sent
     * @throws IOException if the file can't be read
     */
    public SaveReceipt save(Path file, String name, SaveOptions options, TransferControl control)
            throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Saves what a stream has as an image. It goes through a temporary file that its owner alone can read, up to the
     * size that the server takes. The stream is not closed.
     *
     * @param in read to its end; if it blocks, cancelling takes effect when it returns
     * @param name the name that the image shall have
     * @return the image as it is stored; it is on the server's stable storage
     * @throws IOException if the stream can't be read or kept
     */
    public SaveReceipt save(InputStream in, String name, SaveOptions options, TransferControl control)
            throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Fetches an image into a file.
     *
     * <p>The bytes go to {@code .<the digest's first 16 digits>.part} beside the file, are checked against the
     * digest, forced to the disk and moved into place in one step. A part that an earlier fetch left is gone on with;
     * a lost connection or a cancellation leaves it. A file that is there with the same bytes is left as it is.
     *
     * @param name the image's name
     * @param file where it shall be; its folder has to exist; a link there is never followed
     * @throws java.nio.file.FileAlreadyExistsException if there is something else already and the options do not say
     *     that it may be overwritten
     * @throws IOException if the file can't be written
     */
    public FetchReceipt fetch(String name, Path file, FetchOptions options, TransferControl control)
            throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Fetches an image into a folder, under the name that is stored; a variant gets its own word and ending into its
     * name, as in {@code beach-thumbnail.jpg}. Otherwise like {@link #fetch(String, Path, FetchOptions,
     * TransferControl)}.
     *
     * @param name the image's name
     * @param folder an existing folder
     */
    public FetchReceipt fetchInto(String name, Path folder, FetchOptions options, TransferControl control)
            throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Fetches an image into a stream, which is not closed. The digest is checked at the end: if this throws, what was
     * written is worth nothing.
     *
     * @param name the image's name
     * @return the image that was fetched
     * @throws IOException if the stream can't be written
     */
    public RemoteImage fetch(String name, OutputStream out, TransferControl control)
            throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Fetches a small rendering of an image into memory.
     *
     * @param name the image's name
     * @param most the most bytes that are taken; a larger rendering is a {@link ProtocolException}
     */
    public Content fetch(String name, Variant variant, int most, Cancellation cancellation)
            throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /** One page of a list. */
    public ImagePage list(ListRequest request) throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /** All pages of a list, from the one that is asked for on. Does not wait yet. */
    public ImagePages pages(ListRequest request) {
        throw new UnsupportedOperationException();
    }

    /** What the server knows of an image. */
    public RemoteImage stat(String name) throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives an image another name, which may differ in case alone.
     *
     * @return the name as it is stored now
     */
    public ImageName rename(String name, String to) throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives an image another name if it is the one that is expected; else the server refuses with {@code changed}.
     *
     * @return the name as it is stored now
     */
    public ImageName rename(String name, String to, Digest expected) throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Deletes an image.
     *
     * @return its id, by which it can be restored unless it was removed for good
     */
    public String delete(String name, DeleteOptions options) throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /** Brings an image back from the trash. */
    public RemoteImage restore(String name, RestoreOptions options) throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a key for somebody else; for curators.
     *
     * @param role what it shall allow: viewer or contributor
     * @param label whose key it is, for people to read; may be empty
     */
    public Invitation invite(Role role, String label) throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /** Watches what happens from now on. */
    public Watch watch() throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Watches what happened since a page of a list or an event, and what happens from now on.
     *
     * @param since the {@code seq} of the page or the event
     */
    public Watch watch(String since) throws IOException, RefusedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Says goodbye on connections that nobody uses, and cuts those in use: their callers get
     * {@link CancelledException}. Takes two seconds at most; a second call does nothing.
     */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
