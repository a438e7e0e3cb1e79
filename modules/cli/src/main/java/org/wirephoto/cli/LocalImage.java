package org.wirephoto.cli;

import java.nio.file.Path;

/**
 * A file of this machine that is to be sent.
 *
 * @param label the file as a person knows it: as it was typed, or found in what was typed
 * @param file where it is
 * @param size its size in bytes
 */
record LocalImage(String label, Path file, long size) {
    /** The name that the image has by its file. */
    String name() {
        return file.getFileName().toString();
    }
}
