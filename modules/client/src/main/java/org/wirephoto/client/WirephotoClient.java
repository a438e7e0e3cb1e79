package org.wirephoto.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.ServerAddress;
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
    private final ConnectionSettings settings;
    private final Cancellation closing = new Cancellation();
    private final Watchdog watchdog = new Watchdog();
    private final Dialer dialer;
    private final ConnectionPool pool;
    private final Requests requests;
    private final Uploads uploads;
    private final Downloads downloads;

    private WirephotoClient(ServerAddress address, ConnectionSettings settings, Connector connector) {
        this.settings = settings;
        this.dialer = new Dialer(address, settings, connector, watchdog);
        this.pool = new ConnectionPool(dialer, settings, watchdog);
        Exchanges exchanges = new Exchanges(pool, new Retry(settings.retry()));
        this.requests = new Requests(exchanges, dialer.trouble(), closing);
        this.uploads = new Uploads(exchanges, dialer);
        this.downloads = new Downloads(exchanges, dialer.trouble());
    }

    /**
     * Connects to a server and greets it. Tried once: a server that is not there is told at once.
     *
     * @throws RefusedException if the server does not admit this client
     * @throws FingerprintChangedException if another server answers than the one that is trusted
     * @throws UnreachableException if no server answers
     * @throws ProtocolException if what answers is not a Wirephoto server
     * @throws IOException if the connection breaks
     */
    public static WirephotoClient connect(ServerAddress address, ConnectionSettings settings)
            throws IOException, RefusedException {
        return connect(address, settings, Connector.of(settings.trust()));
    }

    static WirephotoClient connect(ServerAddress address, ConnectionSettings settings, Connector connector)
            throws IOException, RefusedException {
        WirephotoClient client = new WirephotoClient(address, settings, connector);
        boolean connected = false;
        try {
            client.pool.forRequest(client.closing).close();
            connected = true;
            return client;
        } finally {
            if (!connected) {
                client.close();
            }
        }
    }

    /**
     * Learns whom one would talk to at an address, without a word to it: a TLS handshake, in which the server proves
     * that it holds the private key of that fingerprint. For the first contact without an invite.
     *
     * @param limit the most that finding the server and connecting may take, and the most that the handshake may
     * @throws UnreachableException if no server answers
     * @throws ProtocolException if what answers is not a Wirephoto server, or does not encrypt
     * @throws IOException if the connection breaks
     */
    public static Fingerprint fingerprint(ServerAddress address, Duration limit) throws IOException {
        try (Watchdog watchdog = new Watchdog()) {
            WireMaker wires = new WireMaker(new TlsContext(Optional.empty())::connect, watchdog);
            return wires.identify(address, limit)
                    .orElseThrow(() -> new IllegalStateException("a TLS wire knows its peer"));
        }
    }

    /**
     * Where the server is: as it was given, or where it was found when it was there no longer. Does not wait, and may
     * change whenever a lost connection is made again; worth keeping for the next time.
     */
    public ServerAddress address() {
        return dialer.address();
    }

    /** What the server said of itself when it was last greeted. Does not wait. */
    public ServerInfo serverInfo() {
        return dialer.info();
    }

    /** Asks the server for the least that there is to ask, and measures how long the answer takes. */
    public Duration ping() throws IOException, RefusedException {
        return requests.ping();
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
        try (Scope scope = new Scope(closing, control.cancellation())) {
            return uploads.save(SourceFile.of(file), name, options, scope.of(control));
        }
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
        try (Scope scope = new Scope(closing, control.cancellation());
                Spool spool = Spool.fill(in, serverInfo().maxFilesize(), scope.cancellation())) {
            return uploads.save(SourceFile.of(spool.file()), name, options, scope.of(control));
        }
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
        try (Scope scope = new Scope(closing, control.cancellation())) {
            return downloads.toFile(name, Target.file(file, options), options, scope.of(control));
        }
    }

    /**
     * Removes what a fetch left beside its file when it broke off, for those who will not go on with it. Nothing is
     * there to remove, or another fetch of the image fills it: then nothing happens. Asks no server.
     *
     * @param file where the image was to be
     * @param digest the image's digest
     * @throws IOException if there is a part that can't be removed
     */
    public static void discardPart(Path file, Digest digest) throws IOException {
        PartFile.remove(Target.folder(file.toAbsolutePath()), digest);
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
        try (Scope scope = new Scope(closing, control.cancellation())) {
            return downloads.toFile(name, Target.folder(folder, options), options, scope.of(control));
        }
    }

    /**
     * Fetches an image into a stream, which is not closed. The digest is checked at the end: if this throws, what was
     * written is worth nothing.
     *
     * @param name the image's name
     * @return the name in the spelling that is stored
     * @throws IOException if the stream can't be written
     */
    public ImageName fetch(String name, OutputStream out, TransferControl control)
            throws IOException, RefusedException {
        try (Scope scope = new Scope(closing, control.cancellation())) {
            return downloads.toStream(name, out, scope.of(control));
        }
    }

    /**
     * Fetches a small rendering of an image into memory.
     *
     * @param name the image's name
     * @param most the most bytes that are taken; a larger rendering is a {@link ProtocolException}
     */
    public Content fetch(String name, Variant variant, int most, Cancellation cancellation)
            throws IOException, RefusedException {
        try (Scope scope = new Scope(closing, cancellation)) {
            return downloads.toMemory(name, variant, Optional.empty(), most, scope.cancellation());
        }
    }

    /**
     * Fetches a small rendering of an image into memory, if it is the one that is expected; else the server refuses
     * with {@code changed}. What comes may be kept by that digest. Otherwise like {@link #fetch(String, Variant, int,
     * Cancellation)}.
     */
    public Content fetch(String name, Variant variant, Digest expected, int most, Cancellation cancellation)
            throws IOException, RefusedException {
        try (Scope scope = new Scope(closing, cancellation)) {
            return downloads.toMemory(name, variant, Optional.of(expected), most, scope.cancellation());
        }
    }

    /** One page of a list. */
    public ImagePage list(ListRequest request) throws IOException, RefusedException {
        return requests.list(request);
    }

    /** All pages of a list, from the one that is asked for on. Does not wait yet. */
    public ImagePages pages(ListRequest request) {
        return new ImagePages(requests, dialer.trouble(), request);
    }

    /** What the server knows of an image. */
    public RemoteImage stat(String name) throws IOException, RefusedException {
        return requests.stat(name);
    }

    /**
     * Gives an image another name, which may differ in case alone.
     *
     * @return the name as it is stored now
     */
    public ImageName rename(String name, String to) throws IOException, RefusedException {
        return requests.rename(name, to, Optional.empty());
    }

    /**
     * Gives an image another name if it is the one that is expected; else the server refuses with {@code changed}.
     *
     * @return the name as it is stored now
     */
    public ImageName rename(String name, String to, Digest expected) throws IOException, RefusedException {
        return requests.rename(name, to, Optional.of(expected));
    }

    /**
     * Deletes an image.
     *
     * @return its id, by which it can be restored unless it was removed for good
     */
    public String delete(String name, DeleteOptions options) throws IOException, RefusedException {
        return requests.delete(name, options);
    }

    /** Brings an image back from the trash. */
    public RemoteImage restore(String name, RestoreOptions options) throws IOException, RefusedException {
        return requests.restore(name, options);
    }

    /**
     * Makes a key for somebody else; for curators.
     *
     * @param role what it shall allow: viewer or contributor
     * @param label whose key it is, for people to read; may be empty
     */
    public Invitation invite(Role role, String label) throws IOException, RefusedException {
        return requests.invite(role, label);
    }

    /** Watches what happens from now on. */
    public Watch watch() throws IOException, RefusedException {
        return new Watcher(dialer, settings, closing, Optional.empty()).start();
    }

    /**
     * Watches what happened since a page of a list or an event, and what happens from now on.
     *
     * @param since the {@code seq} of the page or the event
     */
    public Watch watch(String since) throws IOException, RefusedException {
        return new Watcher(dialer, settings, closing, Optional.of(since)).start();
    }

    /**
     * Says goodbye on connections that nobody uses, and cuts those in use: their callers get
     * {@link CancelledException}. Takes two seconds at most; a second call does nothing.
     */
    @Override
    public void close() {
        pool.close();
        closing.cancel();
        watchdog.close();
    }
}
