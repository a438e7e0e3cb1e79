package org.wirephoto.library;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;
import org.wirephoto.storage.BlobStore;

/**
 * The folder of rendered variants. It is no part of the store: it, or anything in it, may be deleted at any time, by
 * anybody. A file's modification time tells when it was last of use, to the hour.
 */
final class VariantCache {
    private static final List<ImageType> TYPES = List.of(ImageType.JPEG, ImageType.PNG);
    private static final String TEMPORARY = ".making-";
    private static final Duration TOUCH = Duration.ofHours(1);
    private static final int DIGEST = 64;

    private final Path folder;
    private final long mostBytes;
    private final Clock clock;
    private final AtomicLong bytes = new AtomicLong();

    /**
     * Makes a cache.
     *
     * @param mostBytes to how much {@link #tidy} trims it
     */
    VariantCache(Path folder, long mostBytes, Clock clock) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** The rendering, if it is here. */
    Optional<Entry> find(Digest digest, Variant variant) throws IOException {
        for (ImageType type : TYPES) {
            Path file = file(digest, variant, type);
            if (touch(file)) {
                return Optional.of(new Entry(type, file));
            }
        }
        return Optional.empty();
    }

    /** Notes that a file is of use; false where there is none. */
    private boolean touch(Path file) throws IOException {
        try {
            Instant now = clock.instant();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(TOUCH))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
            return true;
        } catch (NoSuchFileException e) {
            return false; // never made, or removed by somebody: both usual
        }
    }

    /** A name for a file to render into. */
    Path temporary() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(TEMPORARY + UUID.randomUUID());
    }

    /** Takes a rendered file over. */
    void add(Digest digest, Variant variant, ImageType type, Path rendered) throws IOException {
        long size = Files.size(rendered);
        Files.setLastModifiedTime(rendered, FileTime.from(clock.instant()));
        Files.move(rendered, file(digest, variant, type), StandardCopyOption.ATOMIC_MOVE);
        bytes.addAndGet(size);
    }

    /** Removes all renderings of an image. */
    void remove(Digest digest) throws IOException {
        for (Variant variant : Variant.values()) {
            for (ImageType type : TYPES) {
                Files.deleteIfExists(file(digest, variant, type));
            }
        }
    }

    /** Whether more was added than the cache shall have. */
    boolean isOverfull() {
        return bytes.get() > mostBytes;
    }

    /** Removes what is of no image any more, what was left half made, and the longest unused of what is too much. */
    void tidy(BlobStore blobs) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        SortedMap<Long, Long> bytesByHour = new TreeMap<>();
        forEachFile((file, attributes) -> {
            if (isOf(file, blobs) || isBeingMade(file, attributes)) {
                bytesByHour.merge(hour(attributes), attributes.size(), Long::sum);
            } else {
                Files.deleteIfExists(file);
            }
        });
        long sum = bytesByHour.values().stream().mapToLong(Long::longValue).sum();
        bytes.set(sum > mostBytes ? sum - trim(bytesByHour, sum - mostBytes) : sum);
    }

    /** Removes from the oldest hours until {@code excess} bytes are gone: takes no list of all files. */
    private long trim(SortedMap<Long, Long> bytesByHour, long excess) throws IOException {
        long seen = 0;
        long lastHour = bytesByHour.lastKey();
        for (Map.Entry<Long, Long> hour : bytesByHour.entrySet()) {
            seen += hour.getValue();
            if (seen >= excess) {
                lastHour = hour.getKey();
                break;
            }
        }
        long youngest = lastHour;
        AtomicLong removed = new AtomicLong();
        forEachFile((file, attributes) -> {
            long hour = hour(attributes);
            if ((hour < youngest || (hour == youngest && removed.get() < excess)) && Files.deleteIfExists(file)) {
                removed.addAndGet(attributes.size());
            }
        });
        return removed.get();
    }

    private boolean isBeingMade(Path file, BasicFileAttributes attributes) {
        Instant limit = clock.instant().minus(TOUCH);
        return file.getFileName().toString().startsWith(TEMPORARY)
                && attributes.lastModifiedTime().toInstant().isAfter(limit);
    }

    private static boolean isOf(Path file, BlobStore blobs) throws IOException {
        String name = file.getFileName().toString();
        Optional<Digest> digest = name.length() > DIGEST ? Digest.parse(name.substring(0, DIGEST)) : Optional.empty();
        return digest.isPresent() && blobs.contains(digest.get());
    }

    private static long hour(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().toInstant().getEpochSecond() / TOUCH.toSeconds();
    }

    private void forEachFile(FileVisitor visitor) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                visit(file, visitor);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void visit(Path file, FileVisitor visitor) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                visitor.visit(file, attributes);
            }
        } catch (NoSuchFileException e) {
            return; // somebody else removed it, as anybody may
        }
    }

    private Path file(Digest digest, Variant variant, ImageType type) {
        return folder.resolve(
                digest.hex() + "-" + variant.wire() + "." + type.extensions().getFirst());
    }

    /**
     * A cached rendering.
     *
     * @param type what it is
     * @param file where it is, unless somebody removes it
     */
    record Entry(ImageType type, Path file) {}

    /** Takes files one by one. */
    @FunctionalInterface
    private interface FileVisitor {
        void visit(Path file, BasicFileAttributes attributes) throws IOException;
    }
}
