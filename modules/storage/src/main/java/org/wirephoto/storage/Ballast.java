package org.wirephoto.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * A file that is of no use but for its size: on a full disk it goes, so that the catalogue can write what makes room,
 * since to remove an image SQLite first needs room itself. It comes back when there is plenty.
 *
 * <p>It has no state but the file, and is given away and brought back by one thread.
 */
final class Ballast {
    static final String FILE = "wirephoto.ballast";

    private static final Logger LOG = LogManager.getLogger();
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final long size;
    private final Room room;

    /**
     * The ballast of a data folder.
     *
     * @param size how many bytes are set aside; 0 for none
     */
    Ballast(Path folder, long size, Room room) {
        this.file = folder.resolve(FILE);
        this.size = size;
        this.room = room;
    }

    /** How many bytes would become free if it went. */
    long held() throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0; // it has gone
        }
    }

    /** Lets go of it where the disk has next to no room, and says whether that is so. */
    boolean giveWay() {
        try {
            if (room.usable() >= 2 * size) {
                return false;
            }
            if (Files.deleteIfExists(file)) {
                LOG.warn("The disk is full: the catalogue takes the room that was set aside for it");
            }
        } catch (IOException e) {
            LOG.warn("The room that was set aside for the catalogue can't be had", e);
        }
        return true;
    }

    /** Sets room aside again, where there is much more than that. */
    void comeBack() {
        try {
            if (held() < size && room.usable() >= 3 * size) {
                Files.deleteIfExists(file);
                fill();
            }
        } catch (IOException e) {
            LOG.warn("No room can be set aside for the catalogue", e);
        }
    }

    private void fill() throws IOException {
        try (FileChannel channel = PrivateFiles.openNew(file)) {
            byte[] noise = new byte[CHUNK]; // zeros take no room on disks that compress
            for (long left = size; left > 0; left -= CHUNK) {
                RandomGenerator.getDefault().nextBytes(noise);
                ByteBuffer chunk = ByteBuffer.wrap(noise, 0, (int) Math.min(left, CHUNK));
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
            }
            channel.force(true);
        } catch (IOException e) {
            Closing.after(e, () -> Files.deleteIfExists(file));
            throw e;
        }
    }
}
