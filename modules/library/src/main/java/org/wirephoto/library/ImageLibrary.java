package org.wirephoto.library;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ImageName;

/**
 * The one front of the image database: every rule of the protocol's page about who may do what, and which names,
 * types and sizes are taken, in the page's order.
 *
 * <p>It may be used by any number of threads, virtual ones too: what would hold a carrier thread (the database, forcing
 * files, decoding) runs on a few threads of its own. A refusal is a {@link RefusedException} and leaves everything as
 * it was; an {@link IOException} is a fault of the machine, whose message is for the log and not for the peer.
 */
public final class ImageLibrary implements AutoCloseable {
    private ImageLibrary() {}

    /**
     * Opens the library in a folder, and makes one where there is none.
     *
     * @param folder the data folder; this process owns it until the library is closed
     * @param settings what it may hold
     * @param clock tells when images were saved and deleted
     * @throws IOException where another process has the folder, where it was written by a newer version, or where the
     *     disk fails; the message is a sentence for the operator
     */
    public static ImageLibrary open(Path folder, LibrarySettings settings, Clock clock) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The settings that it was opened with. */
    public LibrarySettings settings() {
        throw new UnsupportedOperationException();
    }

    /** How many live images there are. */
    public long count() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Begins to save an image: all that can be checked before its bytes come. */
    public SaveStep begin(Caller caller, Command.Save request)
            throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** One page of the live images or of the trash. */
    public Listing list(Caller caller, Command.List request)
            throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Opens an image, a part of it or a variant for sending; the caller closes it. */
    public Content open(Caller caller, Command.Return request)
            throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Looks an image up. */
    public Image stat(Caller caller, Command.Stat request) throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Gives an image another name, and returns that as it is stored. */
    public ImageName rename(Caller caller, Command.Rename request)
            throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Moves an image to the trash, or removes it for good. */
    public Deleted delete(Caller caller, Command.Delete request)
            throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Brings an image back from the trash. */
    public Image restore(Caller caller, Command.Restore request)
            throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Begins to watch; the caller closes the feed. */
    public EventFeed watch(Caller caller, Command.Watch request)
            throws RefusedException, IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Verification, backup, export and import. */
    public Maintenance maintenance() {
        throw new UnsupportedOperationException();
    }

    /** Stops the housekeeping, ends watchers and closes the storage; requests that run fail. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
