package org.wirephoto.library;

import java.io.IOException;
import java.util.List;
import org.wirephoto.storage.Catalogue;

/** What a library is made of, in the hands of {@link ImageLibrary}. */
record Parts(
        Catalogue catalogue,
        LookUps lookUps,
        Saving saving,
        Listings listings,
        Contents contents,
        Renaming renaming,
        Deleting deleting,
        Restoring restoring,
        CommitBell bell,
        Housekeeping housekeeping,
        Maintenance maintenance,
        List<AutoCloseable> resources) {

    /** Closes all resources in their order, whatever becomes of each. */
    void close() throws IOException {
        IOException failure = null;
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) { // AutoCloseable throws anything, and the others have to be closed all the same
                IOException next = e instanceof IOException io ? io : new IOException("closing failed", e);
                if (failure == null) {
                    failure = next;
                } else {
                    failure.addSuppressed(next);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
