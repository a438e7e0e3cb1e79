package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A store in one folder of this machine: the catalogue in SQLite, the bytes in files. The folder belongs to one
 * process at a time and is readable by its owner alone.
 */
public final class EmbeddedStorage implements AutoCloseable {
    private final Path folder;
    private final Catalogue catalogue;
    private final BlobStore blobs;

    EmbeddedStorage(Path folder, Catalogue catalogue, BlobStore blobs) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.blobs = blobs;
    }

    /**
     * Opens the store in a folder, and makes it if there is none.
     *
     * @param folder need not exist
     * @param settings the numbers to work with
     * @param clock tells how old interrupted uploads are
     * @throws FolderInUseException if another process, or this one, has it open
     * @throws NewerFormatException if a newer version made it; nothing is touched
     * @throws ForeignFolderException if what lies there is not this program's, or leads elsewhere through a link
     */
    public static EmbeddedStorage open(Path folder, StorageSettings settings, Clock clock) throws IOException {
        throw new UnsupportedOperationException();
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
        return folder.resolve("thumbnails");
    }

    /** Closes the catalogue and the blobs, then lets go of the folder. Closing again does nothing. */
    @Override
    public void close() throws IOException {
        catalogue.close();
        blobs.close();
    }
}
