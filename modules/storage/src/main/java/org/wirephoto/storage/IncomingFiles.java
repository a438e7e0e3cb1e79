package org.wirephoto.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.wirephoto.protocol.Digest;

/** The folder {@code incoming/}: uploads that are under way, and those that were interrupted. */
final class IncomingFiles {
    /** An upload that nobody writes. */
    private record Interrupted(Path file, UploadName name, long bytes, Instant touched) {}

    /** How an upload's age and its lease are told. */
    record Times(Clock clock, LongSupplier nanoTime, Duration lease) {}

    private final Path folder;
    private final BlobFiles blobs;
    private final BoundedThreads disk;
    private final Times times;
    /** Held while it is decided who writes which file; never while bytes are read or written. */
    private final ReentrantLock deciding = new ReentrantLock();

    private final Map<Path, FileUpload> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Takes a folder into use and removes what a broken process left there that nobody can go on with. */
    IncomingFiles(Path folder, BlobFiles blobs, BoundedThreads disk, Times times) throws IOException {
        this.folder = folder;
        this.blobs = blobs;
        this.disk = disk;
        this.times = times;
        PrivateFiles.createFolder(folder);
        UploadName.removeAnonymous(folder);
    }

    Path folder() {
        return folder;
    }

    long nanoTime() {
        return times.nanoTime().getAsLong();
    }

    Instant now() {
        return times.clock().instant();
    }

    /** What {@link BlobStore#begin} promises. */
    FileUpload begin(String owner, Optional<Digest> digest, long size) throws IOException {
        FileUpload upload = choose(digest.map(known -> UploadName.of(owner, known, size)), size);
        try {
            disk.call(() -> {
                upload.rebuild();
                return upload;
            });
            return upload;
        } catch (IOException | RuntimeException e) {
            Closing.after(e, upload::close);
            throw e;
        }
    }

    private FileUpload choose(Optional<UploadName> name, long size) throws IOException {
        deciding.lock();
        try {
            if (closed) {
                throw new IOException("the blob store is closed");
            }
            if (name.isPresent()) {
                for (Path file : candidates(name.get())) {
                    Optional<FileUpload> upload = goOn(file, name.get());
                    if (upload.isPresent()) {
                        return upload.get();
                    }
                }
            }
            Path file = folder.resolve(name.map(UploadName::fresh).orElseGet(UploadName::anonymous));
            return register(file, PrivateFiles.openNew(file), name.map(UploadName::digest), size);
        } catch (IOException e) {
            throw DiskFaults.of(e, folder);
        } finally {
            deciding.unlock();
        }
    }

    /** The files that have a part of this upload, the longest first. */
    private List<Path> candidates(UploadName name) throws IOException {
        List<Path> files = new ArrayList<>();
        Map<Path, Long> bytes = new HashMap<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(folder, name.digest().hex() + "-*")) {
            for (Path file : found) {
                if (UploadName.parse(file).filter(name::equals).isPresent()) {
                    files.add(file);
                    bytes.put(
                            file,
                            attributes(file).map(BasicFileAttributes::size).orElse(0L));
                }
            }
        }
        files.sort(Comparator.comparing(bytes::get).reversed());
        return files;
    }

    /** Goes on with a file that nobody writes, or whose writer gives way. */
    private Optional<FileUpload> goOn(Path file, UploadName name) throws IOException {
        FileUpload writing = open.get(file);
        if (writing != null && !writing.giveWay(times.lease())) {
            return Optional.empty();
        }
        try {
            FileChannel channel = PrivateFiles.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return PrivateFiles.ifWithin(channel, name.size()) // a longer one is left to the housekeeping
                    .map(fitting -> register(file, fitting, Optional.of(name.digest()), name.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // its writer came to its end just now
        }
    }

    private FileUpload register(Path file, FileChannel channel, Optional<Digest> digest, long size) {
        FileUpload upload = new FileUpload(this, file, channel, digest, size);
        open.put(file, upload);
        return upload;
    }

    /** Forces an upload's file, if it was not before, and puts it in its place among the blobs. */
    void place(FileUpload upload, Digest digest, boolean force) throws IOException {
        disk.call(() -> {
            if (force) {
                upload.force();
            }
            blobs.place(upload.file(), digest, upload.size());
            return digest;
        });
    }

    /** Notes that an upload came to its end; its file may be another upload's by now. */
    void ended(Path file, FileUpload upload) {
        open.remove(file, upload);
    }

    /** What {@link BlobStore#dropUploads} promises. */
    int drop(Instant lastTouchedBefore, int keptPerOwner) throws IOException {
        deciding.lock();
        try {
            Map<String, Integer> kept = new HashMap<>();
            int dropped = 0;
            for (Interrupted upload : newestFirst()) {
                int rank = kept.merge(upload.name().owner(), 1, Integer::sum);
                if (rank > keptPerOwner || upload.touched().isBefore(lastTouchedBefore)) {
                    Files.deleteIfExists(upload.file());
                    dropped++;
                }
            }
            return dropped;
        } finally {
            deciding.unlock();
        }
    }

    /** What {@link BlobStore#dropOldestUpload} promises. */
    OptionalLong dropOldest() throws IOException {
        deciding.lock();
        try {
            List<Interrupted> uploads = newestFirst();
            if (uploads.isEmpty()) {
                return OptionalLong.empty();
            }
            Files.deleteIfExists(uploads.getLast().file());
            return OptionalLong.of(uploads.getLast().bytes());
        } finally {
            deciding.unlock();
        }
    }

    /** What {@link BlobStore#interruptedBytes} promises. */
    long interruptedBytes() throws IOException {
        return newestFirst().stream().mapToLong(Interrupted::bytes).sum();
    }

    private List<Interrupted> newestFirst() throws IOException {
        List<Interrupted> uploads = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Optional<UploadName> name = UploadName.parse(file);
                Optional<BasicFileAttributes> found = attributes(file);
                if (name.isPresent() && found.isPresent() && !open.containsKey(file)) {
                    uploads.add(new Interrupted(
                            file,
                            name.get(),
                            found.get().size(),
                            found.get().lastModifiedTime().toInstant()));
                }
            }
        }
        uploads.sort(Comparator.comparing(Interrupted::touched).reversed());
        return uploads;
    }

    private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // gone since it was listed
        }
    }

    /** Ends every upload as a broken connection would. */
    void close() throws IOException {
        deciding.lock();
        try {
            closed = true;
        } finally {
            deciding.unlock();
        }
        Closing closing = new Closing();
        for (FileUpload upload : List.copyOf(open.values())) {
            closing.close(upload::close);
        }
        closing.finish();
    }
}
