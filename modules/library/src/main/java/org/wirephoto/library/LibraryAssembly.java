package org.wirephoto.library;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.media.ImageInspector;
import org.wirephoto.protocol.Digest;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.Catalogue;

/** Puts a library together: the one place where its parts learn of each other. */
final class LibraryAssembly {
    private static final Logger LOG = LogManager.getLogger(LibraryAssembly.class);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(60);

    private final Store store;
    private final Catalogue catalogue;
    private final BlobStore blobs;
    private final LibrarySettings settings;
    private final Clock clock;
    private final VariantCache cache;
    private final Sweeper sweeper;
    private final LookUps lookUps;
    private final NewNames newNames;

    LibraryAssembly(Store store, LibrarySettings settings, Clock clock) {
        this.store = store;
        this.catalogue = store.catalogue();
        this.blobs = store.blobs();
        this.settings = settings;
        this.clock = clock;
        this.cache = new VariantCache(store.thumbnails(), settings.thumbnailCache(), clock);
        this.sweeper = new Sweeper(catalogue, blobs, this::forget);
        this.lookUps = new LookUps(catalogue);
        this.newNames = new NewNames(catalogue::find);
    }

    /**
     * Makes the parts.
     *
     * @param renderer makes variants
     * @param owned what is closed with the library, after all else
     */
    Parts assemble(Renderings.Renderer renderer, List<AutoCloseable> owned) {
        PlatformWorkers workers =
                new PlatformWorkers("inspect-", Runtime.getRuntime().availableProcessors(), LONGEST_LOOK);
        Trash trash = new Trash(catalogue, sweeper);
        Space space = new Space(catalogue, blobs, trash, settings);
        ContentRules rules = new ContentRules(new ImageInspector(), newNames, workers);
        BrokenUploads broken = new BrokenUploads(blobs, settings, clock);
        Intake intake = new Intake(rules, new Naming(catalogue, blobs, clock, new Ids()), sweeper, broken);
        Saving saving = new Saving(catalogue, blobs, space, intake, settings.maxFilesize());
        Variants variants = new Variants(cache, new Renderings(cache, blobs, renderer, clock));
        Housekeeping housekeeping = new Housekeeping(blobs, broken, trash, sweeper, cache, settings, clock);
        CommitBell bell = new CommitBell();
        List<AutoCloseable> resources = new ArrayList<>();
        resources.add(bell);
        resources.add(catalogue.onCommit(bell::ring));
        resources.add(housekeeping);
        resources.add(workers);
        resources.addAll(owned);
        return new Parts(
                catalogue,
                lookUps,
                saving,
                new Listings(catalogue),
                new Contents(lookUps, blobs, variants),
                new Renaming(catalogue, lookUps),
                new Deleting(catalogue, lookUps, sweeper, clock),
                new Restoring(catalogue, lookUps, space),
                bell,
                housekeeping,
                new Maintenance(store, sweeper, saving),
                List.copyOf(resources));
    }

    private void forget(Digest digest) {
        try {
            cache.remove(digest);
        } catch (IOException e) {
            LOG.warn("the thumbnails of {} stay until they are tidied", digest, e);
        }
    }
}
