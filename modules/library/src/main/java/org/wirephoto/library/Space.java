package org.wirephoto.library;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.Catalogue;

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
    private final ReentrantLock lock = new ReentrantLock();
    private long promisedOfQuota;
    private long promisedOfDisk;

    Space(Catalogue catalogue, BlobStore blobs, Trash trash, LibrarySettings settings) {
        this.catalogue = catalogue;
        this.blobs = blobs;
        this.trash = trash;
        this.settings = settings;
    }

    /**
     * Promises room in the quota.
     *
     * @param bytes how many are to come
     * @param freed how many live bytes go away with them
     */
    Promise promise(long bytes, long freed) throws RefusedException, IOException {
        lock.lock();
        try {
            if (settings.quota() != Long.MAX_VALUE && bytes > quotaLeft() + freed) {
                throw new RefusedException(ErrorCode.QUOTA_EXCEEDED);
            }
            promisedOfQuota += bytes;
            return new Promise(bytes);
        } finally {
            lock.unlock();
        }
    }

    private long quotaLeft() throws IOException {
        return settings.quota() - catalogue.usage().bytes() - promisedOfQuota;
    }

    private boolean tryPromiseDisk(long bytes) throws IOException {
        lock.lock();
        try {
            if (missing(bytes) > 0) {
                return false;
            }
            promisedOfDisk += bytes;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private long missing(long bytes) throws IOException {
        return bytes + promisedOfDisk + settings.diskReserve() - blobs.usableSpace();
    }

    private long missingNow(long bytes) throws IOException {
        lock.lock();
        try {
            return missing(bytes);
        } finally {
            lock.unlock();
        }
    }

    /** Lets something go that is of less worth than a new image; false where nothing more can go. */
    private boolean giveWay(long bytes) throws IOException, InterruptedException {
        if (blobs.dropOldestUpload().isPresent()) {
            LOG.info("the disk is nearly full: dropped the oldest interrupted upload");
            return true;
        }
        long missing = missingNow(bytes);
        if (missing > catalogue.usage().trashedBytes()) {
            return false; // emptying the trash would not help, so it stays
        }
        List<Deleted> dropped = trash.dropOldest(missing);
        dropped.forEach(image -> LOG.warn("the disk is nearly full: {} left the trash early", image.name()));
        return !dropped.isEmpty();
    }

    /** Room that is kept for one image until it is closed. For one thread. */
    final class Promise implements AutoCloseable {
        private final long ofQuota;
        private long ofDisk;
        private boolean open = true;

        private Promise(long ofQuota) {
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
            lock.lock();
            try {
                long part = Math.min(bytes, ofDisk);
                ofDisk -= part;
                promisedOfDisk -= part;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            written(ofDisk);
            lock.lock();
            try {
                promisedOfQuota -= open ? ofQuota : 0;
                open = false;
            } finally {
                lock.unlock();
            }
        }
    }
}
