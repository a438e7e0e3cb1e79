package org.wirephoto.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The form of the catalogue's file, the one that this version writes and the ones before it. */
final class Schema {
    /** The form that this version writes; each one has a script that makes it of the one before. */
    static final int VERSION = 1;

    /** Says in a file's header that it is a catalogue of this program: "WPho". */
    static final int APPLICATION = 0x5750_686f;

    private Schema() {}

    /**
     * Looks whether a file can be opened, without changing it.
     *
     * @throws NewerFormatException if a newer version made it
     * @throws ForeignFolderException if it is something else
     */
    static void look(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ForeignFolderException(file + " is not a plain file. Name another folder.");
        }
        boolean withLog = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        if (!withLog && Files.size(file) == 0) {
            return; // made, but never written to
        }
        try (Database database = Database.open(file, withLog ? Database.Access.LOOK : Database.Access.LOOK_ALONE)) {
            version(database, file);
        } catch (IOException e) {
            if (Database.isForeign(e)) {
                throw foreign(file);
            }
            throw e;
        }
    }

    /** Brings a catalogue to the form of this version; a new one has nothing in it yet. */
    static void migrate(Database database, Path file) throws IOException {
        int version = version(database, file);
        for (int next = version + 1; next <= VERSION; next++) {
            String script = script(next) + "PRAGMA application_id = " + APPLICATION + ";PRAGMA user_version = " + next;
            database.transaction(() -> {
                database.run(script);
                return script;
            });
        }
    }

    /** The form of a file, 0 where nothing was ever written to it. */
    private static int version(Database database, Path file) throws IOException {
        long application = database.number("PRAGMA application_id");
        long version = database.number("PRAGMA user_version");
        boolean blank = application == 0 && version == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0;
        if (application != APPLICATION && !blank) {
            throw foreign(file);
        }
        if (version > VERSION) {
            throw new NewerFormatException("The images in " + file.getParent()
                    + " were last kept by a newer version of Wirephoto (format " + version + ", this one knows "
                    + VERSION + "). Nothing was changed. Use the newer version, or name another folder.");
        }
        return Math.toIntExact(version);
    }

    private static ForeignFolderException foreign(Path file) {
        return new ForeignFolderException(
                file + " was not made by Wirephoto. Nothing was changed. Name another folder.");
    }

    private static String script(int version) throws IOException {
        String name = "migration-" + version + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("this program is incomplete: " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
