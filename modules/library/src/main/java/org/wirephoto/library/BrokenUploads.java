package org.wirephoto.library;

import java.io.IOException;
import java.time.Clock;
import org.wirephoto.storage.BlobStore;

/** How long, and how many, interrupted uploads are kept. */
final class BrokenUploads {
    private final BlobStore blobs;
    private final LibrarySettings settings;
    private final Clock clock;

    BrokenUploads(BlobStore blobs, LibrarySettings settings, Clock clock) {
        this.blobs = blobs;
        this.settings = settings;
        this.clock = clock;
    }

    /** Drops those that are too old, and the oldest of whoever has too many. Returns how many. */
    int drop() throws IOException {
        return blobs.dropUploads(clock.instant().minus(settings.uploadKept()), settings.uploadsPerKey());
    }
}
