package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.wirephoto.protocol.Digest;

/** Blobs and uploads as files in a data folder. */
final class FileBlobStore implements BlobStore {
    /** Forcing a large file takes as long as writing it: a gigabyte at 10 MB/s. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final BlobFiles blobs;
    private final IncomingFiles incoming;
    private final BoundedThreads disk;
    private final Ballast ballast;

    /**
     * Takes the folders of the blobs and the uploads into use, and makes them where they are missing.
     *
     * @param folder the data folder
     * @param settings how many threads force files, and how long a lease lasts
     * @param clock tells how old interrupted uploads are
     * @param nanoTime tells how long a lease has been unused, in nanoseconds since any moment
     */
    FileBlobStore(Path folder, StorageSettings settings, Clock clock, LongSupplier nanoTime) throws IOException {
        this.blobs = new BlobFiles(folder.resolve("images"));
        this.ballast = new Ballast(folder, settings.ballast(), Room.at(folder));
        this.disk = new BoundedThreads("blob-forcer", settings.forcers(), LIMIT);
        this.incoming = new IncomingFiles(
                folder.resolve("incoming"), blobs, disk, new IncomingFiles.Times(clock, nanoTime, settings.lease()));
    }

    @Override
    public Upload begin(String owner, Optional<Digest> digest, long size) throws IOException {
        if (size <= 0) {
            throw new IllegalArgumentException("an upload of " + size + " bytes");
        }
        return incoming.begin(owner, digest, size);
    }

    @Override
    public boolean contains(Digest digest) {
        return blobs.contains(digest);
    }

    @Override
    public Blob open(Digest digest) throws IOException {
        return FileBlob.open(blobs.file(digest));
    }

    @Override
    public boolean delete(Digest digest) throws IOException {
        return blobs.delete(digest);
    }

    @Override
    public <X extends Exception> void forEachDigest(Visitor<Digest, X> visitor) throws X, IOException {
        blobs.forEachDigest(visitor);
    }

    @Override
    public long usableSpace() throws IOException {
        return Room.at(blobs.folder()).usable() + ballast.held();
    }

    @Override
    public int dropUploads(Instant lastTouchedBefore, int keptPerOwner) throws IOException {
        return incoming.drop(lastTouchedBefore, keptPerOwner);
    }

    @Override
    public long interruptedBytes() throws IOException {
        return incoming.interruptedBytes();
    }

    @Override
    public OptionalLong dropOldestUpload() throws IOException {
        return incoming.dropOldest();
    }

    @Override
    public void close() throws IOException {
        try {
            incoming.close();
        } finally {
            disk.close();
        }
    }
}
