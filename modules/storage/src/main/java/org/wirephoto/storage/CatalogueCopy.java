package org.wirephoto.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes copies of a catalogue that is in use. */
final class CatalogueCopy {
    private CatalogueCopy() {}

    /**
     * Copies what is committed at one moment.
     *
     * @param catalogue a catalogue's file
     * @param copy must not exist
     */
    static void write(Path catalogue, Path copy) throws IOException {
        PrivateFiles.create(copy);
        try {
            try (Database source = Database.open(catalogue, Database.Access.COPY)) {
                source.update("VACUUM INTO ?", copy.toAbsolutePath().toString());
            }
            beginHistory(copy);
            PrivateFiles.force(copy);
            PrivateFiles.forceFolder(copy.resolveSibling("."));
        } catch (IOException | RuntimeException e) {
            Closing.after(e, () -> Files.deleteIfExists(copy));
            throw e;
        }
    }

    /** What happens to the copy is not what happens to the original, so neither's tokens may be followed in both. */
    private static void beginHistory(Path copy) throws IOException {
        try (Database database = Database.open(copy, Database.Access.WRITE)) {
            database.update("UPDATE history SET id = lower(hex(randomblob(8)))");
        }
    }
}
