package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how many more bytes a disk takes. */
@FunctionalInterface
interface Room {
    long usable() throws IOException;

    /** The room on the disk that a file or folder lies on. */
    static Room at(Path path) {
        return () -> Files.getFileStore(path).getUsableSpace();
    }
}
