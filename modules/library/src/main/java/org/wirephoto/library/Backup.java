package org.wirephoto.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.stream.Stream;
import org.wirephoto.protocol.Digest;
import org.wirephoto.storage.Blob;
import org.wirephoto.storage.EmbeddedStorage;
import org.wirephoto.storage.StorageSettings;
import org.wirephoto.storage.StoredImage;
import org.wirephoto.storage.Usage;

/**
 * One run of {@link Maintenance#backupTo}: the catalogue at one moment, then all bytes, none of which is swept
 * meanwhile. The catalogue gets its real name last, so that a half made backup can't pass for a whole one.
 */
final class Backup {
    private static final String CATALOGUE = "wirephoto.db";
    private static final String UNFINISHED = ".unfinished.db";

    private final Store store;
    private final Sweeper sweeper;
    private final Path target;
    private final Tally tally;
    private final Copying copying = new Copying();

    Backup(Store store, Sweeper sweeper, Path target, MaintenanceListener listener) throws IOException {
        this.store = store;
        this.sweeper = sweeper;
        this.target = target;
        Usage usage = store.catalogue().usage();
        this.tally = new Tally(listener, usage.bytes() + usage.trashedBytes());
    }

    MaintenanceReport run() throws IOException, InterruptedException {
        return tally.<IOException>report(() -> {
            Path unfinished = target.resolve(UNFINISHED);
            Sweeper.Hold hold = sweeper.holdOff();
            try {
                store.catalogue().copyTo(unfinished);
                store.blobs().forEachDigest(this::copy);
            } finally {
                hold.close();
            }
            Files.move(unfinished, target.resolve(CATALOGUE), StandardCopyOption.ATOMIC_MOVE);
            forceFolders();
            compare();
        });
    }

    private void copy(Digest digest) throws IOException, InterruptedException {
        try (Blob blob = store.blobs().open(digest)) {
            Path copy = target.resolve(store.folder().relativize(blob.file()));
            Files.createDirectories(copy.getParent());
            if (link(copy, blob.file())) {
                tally.progress(blob.size(), digest.hex());
            } else {
                write(copy, blob);
            }
        }
    }

    /** A second name for the same bytes, which never change; false on another disk, or where there are no links. */
    private static boolean link(Path copy, Path file) {
        try {
            Files.createLink(copy, file);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false; // copying says what is wrong, if it is not only the link
        }
    }

    private void write(Path copy, Blob blob) throws IOException, InterruptedException {
        try (FileChannel out = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copying.read(blob.channel(), part -> {
                tally.progress(part.remaining(), copy.getFileName().toString());
                Copying.writeAll(out, part);
            });
            out.force(true);
        }
    }

    /** Makes the files' names outlive a power cut, as their bytes do. */
    private void forceFolders() throws IOException {
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) { // others can't open a folder
            try (Stream<Path> files = Files.walk(target)) {
                for (Path folder : (Iterable<Path>) files.filter(Files::isDirectory)::iterator) {
                    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                        channel.force(true);
                    }
                }
            }
        }
    }

    /** Opens the backup as a server would, and looks whether all is there that it names. */
    private void compare() throws IOException, InterruptedException {
        try (EmbeddedStorage backup = EmbeddedStorage.open(target, StorageSettings.DEFAULT, Clock.systemUTC())) {
            backup.catalogue().<InterruptedException>forEachImage(image -> compare(backup, image));
            backup.catalogue().<InterruptedException>forEachTrashed(trashed -> compare(backup, trashed.image()));
        }
    }

    private void compare(EmbeddedStorage backup, StoredImage image) throws IOException, InterruptedException {
        tally.progress(0, image.name().text());
        try (Blob blob = backup.blobs().open(image.attributes().digest())) {
            if (blob.size() == image.attributes().filesize()) {
                tally.done(blob.size());
            } else {
                tally.found("image-damaged", image.name().text(), "Its bytes are not those that were saved.");
            }
        } catch (NoSuchFileException e) {
            tally.found("image-missing", image.name().text(), "Its bytes are gone.");
        }
    }
}
