package org.wirephoto.library;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.NoSpaceException;
import org.wirephoto.storage.StoredImage;

/**
 * Knows how much room there is, in the quota and on the disk, with what was promised to images that are on their way.
 * Where the disk has none, interrupted uploads and then the trash give way, oldest first.
 */
final class Space {
    private static final Logger LOG = LogManager.getLogger(Space.class);

    private final Catalogue catalogue;
    private final BlobStore blobs;
    private final Trash trash;
    private final LibrarySettings settings;
    /** Held while it is decided on a promise, which asks catalogue and disk; what is kept of one needs it not. */
    private final ReentrantLock deciding = new ReentrantLock();

    private final AtomicLong promisedOfQuota = new AtomicLong();
    /** By the ids of keys; only of those with images on their way. */
    private final Map<String, Long> promisedOfKeys = new ConcurrentHashMap<>();

    private final AtomicLong promisedOfDisk = new AtomicLong();

    Space(Catalogue catalogue, BlobStore blobs, Trash trash, LibrarySettings settings) {
        this.catalogue = catalogue;
        this.blobs = blobs;
        this.trash = trash;
        this.settings = settings;
    }

    /**
     * Promises room in the quotas of the whole store and of a caller's key.
     *
     * @param bytes how many are to come
     * @param replaced the live image that goes away for them
     */
    Promise promise(Caller caller, long bytes, Optional<StoredImage> replaced) throws RefusedException, IOException {
        deciding.lock();
        try {
            long freed = replaced.map(image -> image.attributes().filesize()).orElse(0L);
            if (settings.quota() != Long.MAX_VALUE && bytes > quotaLeft() + freed) {
                throw new RefusedException(ErrorCode.QUOTA_EXCEEDED);
            }
            requireOwnQuota(caller, bytes, replaced);
            promisedOfQuota.addAndGet(bytes);
            promisedOfKeys.merge(caller.keyId(), bytes, Long::sum);
            return new Promise(caller.keyId(), bytes);
        } finally {
            deciding.unlock();
        }
    }

    /** What is another key's, replaced by a curator, makes no room in the curator's own quota. */
    private void requireOwnQuota(Caller caller, long bytes, Optional<StoredImage> replaced)
            throws RefusedException, IOException {
        if (caller.quota().isEmpty()) {
            return;
        }
        String key = caller.keyId();
        long promised = promisedOfKeys.getOrDefault(key, 0L); // first, as with the whole quota
        long freed = replaced.filter(image -> image.owner().equals(key))
                .map(image -> image.attributes().filesize())
                .orElse(0L);
        if (bytes > caller.quota().getAsLong() - catalogue.usage(key).bytes() - promised + freed) {
            throw new RefusedException(
                    ErrorCode.QUOTA_EXCEEDED,
                    "The quota of your key, " + caller.quota().getAsLong() + " bytes, has no room for this.");
        }
    }

    private long quotaLeft() throws IOException {
        long promised = promisedOfQuota.get(); // first: what arrives meanwhile counts twice, not not at all
        return settings.quota() - catalogue.usage().bytes() - promised;
    }

    private boolean tryPromiseDisk(long bytes) throws IOException {
        deciding.lock();
        try {
            if (missing(bytes) > 0) {
                return false;
            }
            promisedOfDisk.addAndGet(bytes);
            return true;
        } finally {
            deciding.unlock();
        }
    }

    private long missing(long bytes) throws IOException {
        long promised = promisedOfDisk.get(); // first, as with the quota
        return bytes + promised + settings.diskReserve() - blobs.usableSpace();
    }

    /** Lets something go that is of less worth than a new image; false where nothing more can go. */
    private boolean giveWay(long bytes) throws IOException, InterruptedException {
        long missing = missing(bytes);
        if (missing <= 0) {
            return true; // there is room by now
        }
        if (missing > blobs.interruptedBytes() + catalogue.usage().trashedBytes()) {
            return false; // dropping all of it would not help, so it stays
        }
        if (blobs.dropOldestUpload().isPresent()) {
            LOG.info("the disk is nearly full: dropped the oldest interrupted upload");
            return true;
        }
        List<Deleted> dropped = dropTrash(missing);
        dropped.forEach(image -> LOG.warn("the disk is nearly full: {} left the trash early", image.name()));
        return !dropped.isEmpty();
    }

    /** On a full disk the catalogue may have room for a small change where it has none for a large one. */
    private List<Deleted> dropTrash(long missing) throws IOException, InterruptedException {
        try {
            return trash.dropOldest(missing);
        } catch (NoSpaceException e) {
            LOG.info("no room to drop as much of the trash as is needed: one at a time", e);
            return trash.dropOldest(1);
        }
    }

    /** Room that is kept for one image until it is closed. For one thread. */
    final class Promise implements AutoCloseable {
        private final String key;
        private final long ofQuota;
        private long ofDisk;
        private boolean open = true;

        private Promise(String key, long ofQuota) {
            this.key = key;
            this.ofQuota = ofQuota;
        }

        /** Promises room on the disk too, and makes it where there is none. */
        void promiseDisk(long bytes) throws RefusedException, IOException, InterruptedException {
            while (!tryPromiseDisk(bytes)) {
                if (!giveWay(bytes)) {
                    throw new RefusedException(ErrorCode.STORAGE_FULL);
                }
            }
            ofDisk = bytes;
        }

        /** These bytes are on the disk now, which shows in its free space. */
        void written(long bytes) {
            long part = Math.min(bytes, ofDisk);
            ofDisk -= part;
            promisedOfDisk.addAndGet(-part);
        }

        @Override
        public void close() {
            written(ofDisk);
            if (open) {
                promisedOfQuota.addAndGet(-ofQuota);
                promisedOfKeys.computeIfPresent(key, (_, sum) -> sum == ofQuota ? null : sum - ofQuota);
            }
            open = false;
        }
    }
}
