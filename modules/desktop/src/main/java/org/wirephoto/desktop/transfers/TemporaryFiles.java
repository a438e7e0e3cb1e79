package org.wirephoto.desktop.transfers;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;

/**
 * A folder for files that are needed for a while: copies without metadata, pictures from the clipboard, images for
 * other programs. Made when it is first used, for its owner alone. Safe for any thread.
 */
public final class TemporaryFiles implements AutoCloseable {
    private final Path parent;
    private Path folder;
    private boolean made;

    /** Makes its folder in another one, which has to exist. */
    public TemporaryFiles(Path parent) {
        this.parent = parent;
        this.folder = parent;
    }

    /** An empty file with a name of no meaning. */
    public Path create(String extension) throws IOException {
        return Files.createTempFile(folder(), "wirephoto-", "." + extension);
    }

    /** An empty folder of its own, so that a file in it can have any name. */
    public Path createFolder() throws IOException {
        return Files.createTempDirectory(folder(), "images-");
    }

    private synchronized Path folder() throws IOException {
        if (!made) {
            folder = Files.createTempDirectory(parent, "wirephoto-");
            made = true;
        }
        return folder;
    }

    /** Deletes one of them, with all that is in it, before the others. */
    public void discard(Path path) {
        delete(path);
    }

    /** Deletes what is left. */
    @Override
    public synchronized void close() {
        if (made) {
            made = false;
            delete(folder);
        }
    }

    private static void delete(Path path) {
        try {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
                    entries.forEach(TemporaryFiles::delete);
                }
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Another program may still hold it; the system clears its folder for such files some day.
            LogManager.getLogger(TemporaryFiles.class).info("The temporary {} stays", path, e);
        }
    }
}
