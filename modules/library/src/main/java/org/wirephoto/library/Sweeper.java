package org.wirephoto.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.wirephoto.protocol.Digest;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.CatalogueWriter;

/**
 * Removes bytes that no entry names, within the writer's turn: whoever is about to name them does so before or after,
 * never in between.
 */
final class Sweeper {
    /** How many digests are looked at in one turn of the writer. */
    private static final int BATCH = 256;

    private final Catalogue catalogue;
    private final BlobStore blobs;
    private final Consumer<Digest> gone;
    private final AtomicInteger holds = new AtomicInteger();

    /**
     * Makes a sweeper.
     *
     * @param gone is told of bytes that were removed
     */
    Sweeper(Catalogue catalogue, BlobStore blobs, Consumer<Digest> gone) {
        this.catalogue = catalogue;
        this.blobs = blobs;
        this.gone = gone;
    }

    /** Removes those of these bytes that nothing names, and says how many it removed. */
    int sweep(Collection<Digest> digests) throws IOException, InterruptedException {
        if (digests.isEmpty()) {
            return 0;
        }
        List<Digest> removed = catalogue.<List<Digest>, RuntimeException>write(writer -> remove(writer, digests));
        removed.forEach(gone);
        return removed.size();
    }

    /** Removes all bytes that nothing names. */
    int sweepAll() throws IOException, InterruptedException {
        Batches batches = new Batches();
        blobs.forEachDigest(batches::add);
        batches.sweepRest();
        return batches.removed;
    }

    boolean isHeldOff() {
        return holds.get() > 0;
    }

    /** Keeps all bytes until the hold is closed; on return no sweep is under way. */
    Hold holdOff() throws IOException, InterruptedException {
        holds.incrementAndGet();
        Hold hold = new Hold();
        try {
            catalogue.<Boolean, RuntimeException>write(writer -> true); // whatever swept before has had its turn
        } catch (IOException | InterruptedException | RuntimeException e) {
            hold.close();
            throw e;
        }
        return hold;
    }

    private List<Digest> remove(CatalogueWriter writer, Collection<Digest> digests) throws IOException {
        List<Digest> removed = new ArrayList<>();
        for (Digest digest : digests) {
            if (!isHeldOff() && !writer.names(digest) && blobs.delete(digest)) {
                removed.add(digest);
            }
        }
        return removed;
    }

    /** Keeps bytes from being swept while it is open. */
    final class Hold implements AutoCloseable {
        private boolean open = true;

        @Override
        public void close() {
            if (open) {
                open = false;
                holds.decrementAndGet();
            }
        }
    }

    /** Collects digests and sweeps them a batch at a time. */
    private final class Batches {
        private final List<Digest> batch = new ArrayList<>(BATCH);
        private int removed;

        void add(Digest digest) throws IOException, InterruptedException {
            batch.add(digest);
            if (batch.size() == BATCH) {
                sweepRest();
            }
        }

        void sweepRest() throws IOException, InterruptedException {
            removed += sweep(batch);
            batch.clear();
        }
    }
}
