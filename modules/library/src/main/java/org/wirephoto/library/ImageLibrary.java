package org.wirephoto.library;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.wirephoto.media.PreviewMaker;
import org.wirephoto.media.PreviewSettings;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.storage.EmbeddedStorage;
import org.wirephoto.storage.StorageSettings;

/**
 * The one front of the image database: every rule of the protocol's page about who may do what, and which names,
 * types and sizes are taken, in the page's order.
 *
 * <p>It may be used by any number of threads, virtual ones too: what would hold a carrier thread (the database, forcing
 * files, decoding) runs on a few threads of its own. A refusal is a {@link RefusedException} and leaves everything as
 * it was; an {@link IOException} is a fault of the machine, whose message is for the log and not for the peer.
 */
public final class ImageLibrary implements AutoCloseable {
    private static final long LEAST_RESERVE = 1 << 16;
    private static final long LARGEST_BALLAST = 1 << 20;

    private final LibrarySettings settings;
    private final Parts parts;

    ImageLibrary(LibrarySettings settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
    }

    /**
     * Opens the library in a folder, and makes one where there is none. From now on it keeps house: what was in the
     * trash or interrupted for long enough goes, and so do bytes that nothing names.
     *
     * @param folder the data folder; this process owns it until the library is closed
     * @param settings what it may hold
     * @param clock tells when images were saved and deleted
     * @throws IOException where another process has the folder, where it was written by a newer version, or where the
     *     disk fails; the message is a sentence for the operator
     */
    public static ImageLibrary open(Path folder, LibrarySettings settings, Clock clock) throws IOException {
        ImageLibrary library = openForMaintenance(folder, settings, clock);
        library.parts.housekeeping().start();
        return library;
    }

    /**
     * Opens the library as {@link #open} does, but does nothing by itself: for {@link #maintenance} while no server
     * runs.
     */
    public static ImageLibrary openForMaintenance(Path folder, LibrarySettings settings, Clock clock)
            throws IOException {
        // The ballast is a part of the reserve: with less than that the catalogue could not even empty the trash.
        long reserve = Math.max(settings.diskReserve(), LEAST_RESERVE);
        StorageSettings numbers = StorageSettings.DEFAULT
                .withEventHistory(settings.eventHistory())
                .withBallast(Math.min(reserve, LARGEST_BALLAST));
        EmbeddedStorage storage = EmbeddedStorage.open(folder, numbers, clock);
        PreviewMaker previews = new PreviewMaker(PreviewSettings.defaults());
        LibraryAssembly assembly = new LibraryAssembly(Store.of(storage), settings.withDiskReserve(reserve), clock);
        return new ImageLibrary(settings, assembly.assemble(previews::make, List.of(previews, storage)));
    }

    /** The settings that it was opened with. */
    public LibrarySettings settings() {
        return settings;
    }

    /** How many live images there are. */
    public long count() throws IOException {
        return parts.catalogue().usage().images();
    }

    /** Begins to save an image: all that can be checked before its bytes come. */
    public SaveStep begin(Caller caller, Command.Save request)
            throws RefusedException, IOException, InterruptedException {
        return FullDisk.refuse(() -> parts.saving().begin(caller, request));
    }

    /** One page of the live images or of the trash. */
    public Listing list(Caller caller, Command.List request)
            throws RefusedException, IOException, InterruptedException {
        return parts.listings().list(caller, request);
    }

    /** Opens an image, a part of it or a variant for sending; the caller closes it. */
    public Content open(Caller caller, Command.Return request)
            throws RefusedException, IOException, InterruptedException {
        Content content = FullDisk.refuse(() -> parts.contents().open(caller, request));
        if (request.variant().isPresent()) {
            parts.housekeeping().variantsGrew();
        }
        return content;
    }

    /** Looks an image up. */
    public Image stat(Caller caller, Command.Stat request) throws RefusedException, IOException, InterruptedException {
        Access.require(caller, Role.VIEWER);
        LookUps lookUps = parts.lookUps();
        return Image.of(lookUps.require(lookUps.check(request.name())));
    }

    /** Gives an image another name, and returns that as it is stored. */
    public ImageName rename(Caller caller, Command.Rename request)
            throws RefusedException, IOException, InterruptedException {
        return FullDisk.refuse(() -> parts.renaming().rename(caller, request));
    }

    /** Moves an image to the trash, or removes it for good. */
    public Deleted delete(Caller caller, Command.Delete request)
            throws RefusedException, IOException, InterruptedException {
        return FullDisk.refuse(() -> parts.deleting().delete(caller, request));
    }

    /** Brings an image back from the trash. */
    public Image restore(Caller caller, Command.Restore request)
            throws RefusedException, IOException, InterruptedException {
        return FullDisk.refuse(() -> parts.restoring().restore(caller, request));
    }

    /** Begins to watch; the caller closes the feed. */
    public EventFeed watch(Caller caller, Command.Watch request)
            throws RefusedException, IOException, InterruptedException {
        Access.require(caller, Role.VIEWER);
        return EventFeed.open(parts.catalogue(), parts.bell(), request.since());
    }

    /** Verification, backup, export and import. */
    public Maintenance maintenance() {
        return parts.maintenance();
    }

    /** Stops the housekeeping, ends watchers and closes the storage; requests that run fail. */
    @Override
    public void close() throws IOException {
        parts.close();
    }
}
