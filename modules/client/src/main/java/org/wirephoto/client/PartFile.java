package org.wirephoto.client;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Digest;

/**
 * Where an image grows until it is whole: a file beside the one that it will be.
 *
 * <p>One that is named by its image's digest is kept when the fetch breaks off, and gone on with later; a lock keeps
 * others off, who then take one with a name of its own, which goes with the fetch.
 */
final class PartFile implements Closeable {
    private static final Logger LOG = LogManager.getLogger(PartFile.class);
    private static final int DIGITS = 16;
    private static final int WRITABLE_BY_OTHERS = 0002;

    private final Path path;
    private final FileChannel channel;
    private final Sha256 sha256 = new Sha256();
    private boolean worthKeeping;
    private boolean placed;
    private long length;

    private PartFile(Path path, FileChannel channel, boolean worthKeeping) {
        this.path = path;
        this.channel = channel;
        this.worthKeeping = worthKeeping;
    }

    /** The part of that image, with what an earlier fetch left in it; or a fresh one where that can't be had. */
    static PartFile of(Path folder, Digest digest) throws IOException {
        Path path = path(folder, digest);
        try {
            Optional<Object> before = key(path);
            FileChannel channel = open(path, StandardOpenOption.CREATE);
            if (isOurs(channel, path, before)) {
                return new PartFile(path, channel, true);
            }
        } catch (IOException e) {
            LOG.debug("{} can't be used", path, e); // a fresh one tells what is wrong with the folder, if it is that
        }
        return fresh(folder);
    }

    private static Path path(Path folder, Digest digest) {
        return folder.resolve("." + digest.hex().substring(0, DIGITS) + ".part");
    }

    /** Removes the part of that image that an earlier fetch left, unless another fetch is at it. */
    static void remove(Path folder, Digest digest) throws IOException {
        if (Files.exists(path(folder, digest), LinkOption.NOFOLLOW_LINKS)) {
            try (PartFile part = of(folder, digest)) {
                part.discard();
            }
        }
    }

    /** Whether the channel is to the file at the path, and nobody else's; closes it if not. */
    private static boolean isOurs(FileChannel channel, Path path, Optional<Object> before) throws IOException {
        boolean ours = false;
        try {
            ours = lock(channel) && isSafe(path) && (before.isEmpty() || before.equals(key(path)));
            return ours;
        } finally {
            if (!ours) {
                channel.close();
            }
        }
    }

    /** A part that nobody else knows of. */
    static PartFile fresh(Path folder) throws IOException {
        String digits = String.format("%016x", ThreadLocalRandom.current().nextLong());
        Path path = folder.resolve("." + digits + ".part");
        try {
            return new PartFile(path, open(path, StandardOpenOption.CREATE_NEW), false);
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(folder.toString(), null, e.getReason()); // nobody knows the hidden file
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(folder.toString(), null, e.getReason());
        } catch (FileSystemException e) {
            LOG.debug("{} can't be made", path, e);
            throw new FileSystemException(folder.toString(), null, "no file can be made in this folder");
        }
    }

    private static FileChannel open(Path path, StandardOpenOption how) throws IOException {
        return FileChannel.open(
                path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, how, LinkOption.NOFOLLOW_LINKS));
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another fetch of this program has it
        }
    }

    /** What tells the file at a path from others, where it is there and the platform has such keys. */
    private static Optional<Object> key(Path path) throws IOException {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                ? Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .fileKey())
                : Optional.empty();
    }

    /** Whether the file at the path has no other name, and nobody else may write to it. */
    private static boolean isSafe(Path path) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return true;
        }
        var attributes = Files.readAttributes(path, "unix:nlink,mode", LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) Objects.requireNonNull(attributes.get("mode"));
        return Objects.equals(attributes.get("nlink"), 1) && (mode & WRITABLE_BY_OTHERS) == 0;
    }

    /** Takes what is in the file already for the image's beginning, up to {@code most} bytes; more is nonsense. */
    void recall(long most, Cancellation cancellation) throws IOException {
        if (channel.size() > most) {
            restart();
            return;
        }
        byte[] piece = new byte[BodyTransfer.PIECE_BYTES];
        int count = channel.read(ByteBuffer.wrap(piece));
        while (count > 0) {
            cancellation.check();
            sha256.add(piece, count);
            length += count;
            count = channel.read(ByteBuffer.wrap(piece));
        }
    }

    /** How many of the image's bytes are here. */
    long length() {
        return length;
    }

    void append(byte[] bytes, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
            length += channel.write(buffer);
        }
        sha256.add(bytes, count);
    }

    /** Begins again with nothing. */
    void restart() throws IOException {
        channel.truncate(0).position(0);
        length = 0;
        var _ = sha256.finish();
    }

    /** The digest of all that is here; to be asked once, or after {@link #restart}. */
    Digest digest() {
        return sha256.finish();
    }

    /** What is here is of no use to a later fetch. */
    void discard() {
        worthKeeping = false;
    }

    /**
     * Forces the image to the disk and gives it its name, in one step.
     *
     * @throws FileAlreadyExistsException if the name is taken and {@code overwrite} is not set
     */
    void place(Path file, boolean overwrite) throws IOException {
        channel.force(true);
        if (overwrite) {
            Files.move(path, file, StandardCopyOption.ATOMIC_MOVE);
        } else {
            placeNew(file);
        }
        placed = true;
    }

    /** A second name can only be given where there is none yet; a move would replace what came in between. */
    private void placeNew(Path file) throws IOException {
        try {
            Files.createLink(file, path);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("{} can't have two names", path, e);
            moveOntoReserved(file);
            return;
        }
        Files.delete(path);
    }

    /** For where there are no second names: the name is taken first, and the image moved over what took it. */
    void moveOntoReserved(Path file) throws IOException {
        Files.createFile(file);
        boolean moved = false;
        try {
            Files.move(path, file, StandardCopyOption.ATOMIC_MOVE);
            moved = true;
        } finally {
            if (!moved) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (!placed && (!worthKeeping || length == 0)) {
                Files.deleteIfExists(path);
            }
        } finally {
            channel.close();
        }
    }
}
