package org.wirephoto.library;

import java.nio.file.Path;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.EmbeddedStorage;

/**
 * Where a library keeps things.
 *
 * @param catalogue names, attributes and events
 * @param blobs bytes
 * @param folder the data folder, absolute, with every link resolved
 * @param thumbnails the folder for variants, which can be emptied at any time
 */
record Store(Catalogue catalogue, BlobStore blobs, Path folder, Path thumbnails) {

    static Store of(EmbeddedStorage storage) {
        return new Store(storage.catalogue(), storage.blobs(), storage.folder(), storage.thumbnails());
    }
}
