package org.wirephoto.desktop.send;

import java.nio.file.Path;
import java.util.Optional;
import org.wirephoto.protocol.ImageType;

/**
 * A file that a person chose, as it was found on the disk.
 *
 * @param file where it is
 * @param size how many bytes it has
 * @param type what it seems to be; empty where it is no image that a server takes
 * @param readable whether this account may read it
 */
record Chosen(Path file, long size, Optional<ImageType> type, boolean readable) {
    /** What it is called on this machine. */
    String fileName() {
        return Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    }
}
