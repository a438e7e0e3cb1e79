package org.wirephoto.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file {@code access-keys} in the data folder. A server and any number of commands may change it: each takes a
 * lock, reads it, writes a new one beside it and renames that into its place. Used by any number of threads.
 */
final class KeyFile {
    /** The file's name. */
    static final String NAME = "access-keys";

    private static final String LOCK = NAME + ".lock";
    /** Thousands of keys; a file that is larger is not this one. */
    private static final int LARGEST = 4 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    /** Static, since a lock on a file is the process's: one thread that closes the file gives up the other's lock. */
    private static final ReentrantLock CHANGING = new ReentrantLock();

    private final Path file;

    /** The file of a data folder. */
    KeyFile(Path data) {
        this.file = data.resolve(NAME);
    }

    /** Where it is. */
    Path path() {
        return file;
    }

    /** The bytes that it has now; empty where it is missing. */
    Optional<byte[]> bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(file + " is larger than " + Quantities.show(LARGEST));
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException _) {
            return Optional.empty(); // nobody has a key then
        }
    }

    /** What it says now. */
    KeyList read() throws IOException {
        return bytes().map(KeyList::parse).orElse(KeyList.NONE);
    }

    /**
     * Changes it.
     *
     * @param change what to make of it, called once; where it gives the list that it was given nothing is written
     * @throws FailureException if somebody else does not finish to change it, or it would become too large to be read
     */
    <T> T change(Change<T> change) throws FailureException, IOException {
        try {
            if (!CHANGING.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before " + file + " was changed", e);
        }
        try (FileChannel channel = OwnerFiles.openOrCreate(file.resolveSibling(LOCK));
                FileLock _ = lock(channel)) {
            KeyList before = read();
            Changed<T> changed = change.apply(before);
            if (changed.list() != before) {
                byte[] bytes = changed.list().toBytes();
                if (bytes.length > LARGEST) {
                    throw new FailureException(
                            ExitCode.FAILURE,
                            file + " would become larger than " + Quantities.show(LARGEST)
                                    + ": revoke keys that nobody uses.");
                }
                OwnerFiles.replace(file, bytes);
            }
            return changed.result();
        } finally {
            CHANGING.unlock();
        }
    }

    private FileLock lock(FileChannel channel) throws FailureException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw busy();
    }

    private FailureException busy() {
        return new FailureException(
                ExitCode.FAILURE, "Another program has been changing " + file + " for too long: try again.");
    }

    /** What to make of the file. */
    @FunctionalInterface
    interface Change<T> {
        Changed<T> apply(KeyList before);
    }

    /**
     * What was made of it.
     *
     * @param list what the file is to say
     * @param result what whoever changed it wants to know
     */
    record Changed<T>(KeyList list, T result) {}
}
