package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * A store in one folder of this machine: the catalogue in SQLite, the bytes in files. The folder belongs to one
 * process at a time and is readable by its owner alone.
 */
public final class EmbeddedStorage implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();
    private static final String CATALOGUE = "wirephoto.db";
    private static final String THUMBNAILS = "thumbnails";
    private static final Set<String> OURS = Set.of(
            CATALOGUE,
            CATALOGUE + "-wal",
            CATALOGUE + "-shm",
            THUMBNAILS,
            "images",
            "incoming",
            "logs",
            "lock",
            Ballast.FILE,
            "access-keys",
            "damaged",
            "tls",
            "server.properties",
            "control",
            "control.part");

    private final Path folder;
    private final FolderLock lock;
    private final Catalogue catalogue;
    private final BlobStore blobs;

    private EmbeddedStorage(Path folder, FolderLock lock, Catalogue catalogue, BlobStore blobs) {
        this.folder = folder;
        this.lock = lock;
        this.catalogue = catalogue;
        this.blobs = blobs;
    }

    /**
     * Opens the store in a folder, and makes it if there is none. The folder is closed to everybody but its owner,
     * unless there are other things in it than a server keeps there.
     *
     * @param folder need not exist
     * @param settings the numbers to work with
     * @param clock tells how old interrupted uploads are
     * @throws FolderInUseException if another process, or this one, has it open
     * @throws NewerFormatException if a newer version made it; nothing is touched
     * @throws ForeignFolderException if what lies there is not this program's, or leads elsewhere through a link
     * @throws NoSpaceException if the disk is too full to open it; the message is a sentence for the operator
     */
    public static EmbeddedStorage open(Path folder, StorageSettings settings, Clock clock) throws IOException {
        Path real = realFolder(folder);
        try {
            return openReal(real, settings, clock);
        } catch (DataFolderException e) {
            throw e;
        } catch (IOException e) {
            throw DiskFaults.atOpening(e, real, Room.at(real));
        }
    }

    private static EmbeddedStorage openReal(Path real, StorageSettings settings, Clock clock) throws IOException {
        look(real.resolve(CATALOGUE));
        FolderLock lock = FolderLock.take(real);
        try {
            return openLocked(real, lock, settings, clock);
        } catch (IOException | RuntimeException e) {
            Closing.after(e, lock::close);
            throw e;
        }
    }

    /** Comes before the lock, which would leave its file in a folder that is refused. */
    private static void look(Path catalogue) throws IOException {
        try {
            Schema.look(catalogue);
        } catch (NoSpaceException e) {
            LOG.debug("The disk is too full for a look: it comes when the ballast has made room", e);
        }
    }

    private static Path realFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            PrivateFiles.createFolder(folder.toAbsolutePath());
        }
        Path real = folder.toRealPath();
        if (!Files.isDirectory(real)) {
            throw new ForeignFolderException(folder + " is a file, not a folder. Name a folder.");
        }
        return real;
    }

    private static EmbeddedStorage openLocked(Path folder, FolderLock lock, StorageSettings settings, Clock clock)
            throws IOException {
        if (isOurs(folder)) {
            PrivateFiles.closeToOthers(folder);
        } else {
            LOG.warn(
                    "{} has other files in it, so its access rights are left as they are:"
                            + " check that nobody else can read it",
                    folder);
        }
        PrivateFiles.createFolder(folder.resolve(THUMBNAILS));
        BlobStore blobs = new FileBlobStore(folder, settings, clock, System::nanoTime);
        try {
            return new EmbeddedStorage(folder, lock, SqliteCatalogue.open(folder.resolve(CATALOGUE), settings), blobs);
        } catch (IOException | RuntimeException e) {
            Closing.after(e, blobs::close);
            throw e;
        }
    }

    private static boolean isOurs(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!OURS.contains(file.getFileName().toString())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The names, attributes and events. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The bytes. */
    public BlobStore blobs() {
        return blobs;
    }

    /** The data folder, absolute, with every link resolved. */
    public Path folder() {
        return folder;
    }

    /** The folder for thumbnails, which can be emptied at any time. */
    public Path thumbnails() {
        return folder.resolve(THUMBNAILS);
    }

    /** Closes the catalogue and the blobs, then lets go of the folder. Closing again does nothing. */
    @Override
    public void close() throws IOException {
        Closing closing = new Closing();
        closing.close(catalogue::close);
        closing.close(blobs::close);
        closing.close(lock::close);
        closing.finish();
    }
}
