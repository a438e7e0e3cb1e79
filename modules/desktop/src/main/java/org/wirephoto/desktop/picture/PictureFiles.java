package org.wirephoto.desktop.picture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Variant;

/**
 * Renderings of images that were fetched before, as files in a folder that can be deleted at any time. What was not
 * used for longest is deleted once they take more than their room. Safe for any thread and for several programs.
 */
public final class PictureFiles {
    private static final Logger LOG = LogManager.getLogger(PictureFiles.class);
    private static final int LARGEST = 8_000_000;
    private static final int FOLDER_DIGITS = 2;
    /** So long a use is not written down again: reading would cost a write each time. */
    private static final Duration USE_COUNTS_AGAIN = Duration.ofHours(12);

    private final Path folder;
    private final long room;
    private final Clock clock;
    private final AtomicLong used = new AtomicLong(-1);
    private final AtomicBoolean sweeping = new AtomicBoolean();

    /**
     * Those in a folder.
     *
     * @param folder made when it is needed
     * @param room the most bytes that they take, for more than a moment
     */
    public PictureFiles(Path folder, long room, Clock clock) {
        this.folder = folder;
        this.room = room;
        this.clock = clock;
    }

    private Path file(Digest digest, Variant variant) {
        return folder.resolve(digest.hex().substring(0, FOLDER_DIGITS)).resolve(digest.hex() + "." + variant.wire());
    }

    /** The rendering, if it is here. What can't be read is not here. */
    Optional<byte[]> read(Digest digest, Variant variant) {
        Path file = file(digest, variant);
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            Instant now = clock.instant();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(USE_COUNTS_AGAIN))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // the usual case of one that was never fetched
        } catch (IOException e) {
            LOG.debug("{} can't be read", file, e);
            return Optional.empty();
        }
    }

    /** Keeps a rendering. Where it can't be kept it is fetched again another time. */
    void write(Digest digest, Variant variant, byte[] bytes) {
        if (bytes.length > LARGEST) {
            return;
        }
        Path file = file(digest, variant);
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), ".", ".part");
            try {
                Files.write(part, bytes);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            makeRoom(bytes.length);
        } catch (IOException e) {
            LOG.debug("{} can't be written", file, e);
        }
    }

    /** Looks at all files at the first write and whenever there seem to be too many, one thread at a time. */
    private void makeRoom(long more) throws IOException {
        long known = used.get();
        long now = known < 0 ? -1 : used.addAndGet(more);
        if ((now < 0 || now > room) && sweeping.compareAndSet(false, true)) {
            try {
                used.set(sweep());
            } finally {
                sweeping.set(false);
            }
        }
    }

    private record Kept(Path file, long size, FileTime usedLast) {}

    /** Deletes the oldest until a tenth is free, if there is too much, and gives what is left. */
    private long sweep() throws IOException {
        List<Kept> kept = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                kept.add(new Kept(file, attributes.size(), attributes.lastModifiedTime()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // another program deleted it
            }
        });
        long sum = kept.stream().mapToLong(Kept::size).sum();
        if (sum > room) {
            kept.sort(Comparator.comparing(Kept::usedLast));
            for (Kept oldest : kept) {
                if (sum <= room - room / 10) {
                    break;
                }
                Files.deleteIfExists(oldest.file);
                sum -= oldest.size;
            }
        }
        return sum;
    }
}
