package org.wirephoto.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a data folder for one process, and within it for one store. The system lets go of it when a process dies. */
final class FolderLock implements AutoCloseable {
    /**
     * The folders that this process holds. Static, since the lock itself belongs to the process: opening and closing
     * the lock's file a second time would give up the first one's lock.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final String FILE = "lock";
    /** Far behind the text, so that others can read it where locks keep readers out too. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int LONGEST_TEXT = 32;

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes a folder.
     *
     * @param folder its real path
     * @throws FolderInUseException if somebody has it
     */
    static FolderLock take(Path folder) throws IOException {
        if (!HELD.add(folder)) {
            throw new FolderInUseException("This program has the folder " + folder + " open already.");
        }
        try {
            return takeFile(folder);
        } catch (IOException | RuntimeException e) {
            HELD.remove(folder);
            throw e;
        }
    }

    private static FolderLock takeFile(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        PrivateFiles.createIfMissing(file);
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw inUse(folder, channel);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(folder, channel);
        } catch (IOException | RuntimeException e) {
            Closing.after(e, channel::close);
            throw e;
        }
    }

    private static FolderInUseException inUse(Path folder, FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
        channel.read(text, 0);
        String pid = StandardCharsets.US_ASCII.decode(text.flip()).toString().strip();
        String who = pid.matches("[0-9]+") ? " (process " + pid + ")" : "";
        return new FolderInUseException("Another Wirephoto" + who + " is using the folder " + folder
                + ". Stop it first, or name another folder.");
    }

    /** Lets go of the folder. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(folder);
        }
    }
}
