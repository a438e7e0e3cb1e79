package org.wirephoto.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder that images are fetched into. */
final class TargetFolder {
    private TargetFolder() {}

    /**
     * Makes the folder where it is missing.
     *
     * @param start where relative paths start
     * @return its path without detours, as far as it leads to the same place without them
     * @throws UsageException if the text can't be a path
     * @throws IOException if the folder can't be made
     */
    static Path make(Path start, String text) throws IOException {
        Path folder;
        try {
            folder = start.resolve(text);
        } catch (InvalidPathException e) {
            throw new UsageException(Wording.safe(text) + " can't be a folder.");
        }
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("The folder " + folder.normalize() + " can't be made.", e);
        }
        Path straight = folder.normalize();
        return Files.isDirectory(straight) && Files.isSameFile(folder, straight) ? straight : folder;
    }
}
