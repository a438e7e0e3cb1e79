package org.wirephoto.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.storage.Blob;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.StoredImage;

/** One run of {@link Maintenance#exportTo}. */
final class Export {
    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> THERE = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Catalogue catalogue;
    private final BlobStore blobs;
    private final Path target;
    private final Tally tally;
    private final Copying copying = new Copying();

    Export(Catalogue catalogue, BlobStore blobs, Path target, MaintenanceListener listener) throws IOException {
        this.catalogue = catalogue;
        this.blobs = blobs;
        this.target = target;
        this.tally = new Tally(listener, catalogue.usage().bytes());
    }

    MaintenanceReport run() throws IOException, InterruptedException {
        return tally.<IOException>report(() -> catalogue.<InterruptedException>forEachImage(this::export));
    }

    private void export(StoredImage image) throws IOException, InterruptedException {
        try (Blob blob = blobs.open(image.attributes().digest())) {
            export(image, blob);
        } catch (NoSuchFileException e) {
            if (isStillThere(image)) {
                tally.found("image-missing", image.name().text(), "Its bytes are gone.");
            }
        }
    }

    private void export(StoredImage image, Blob blob) throws IOException, InterruptedException {
        ImageName name = image.name();
        Path file = target.resolve(name.text());
        FileChannel out;
        try {
            out = FileChannel.open(file, NEW);
        } catch (FileAlreadyExistsException e) {
            compare(image, file);
            return;
        } catch (IOException e) {
            tally.found("not-written", name.text(), "The file can't be written: " + e.getMessage());
            return;
        }
        boolean whole = false;
        try (out) {
            whole = write(image, blob, out);
        } finally {
            if (!whole) {
                Files.delete(file);
            }
        }
        if (whole) {
            Files.setLastModifiedTime(file, FileTime.from(image.attributes().saved()));
            tally.done(image.attributes().filesize());
        } else {
            tally.found("image-damaged", name.text(), "Its bytes are not those that were saved.");
        }
    }

    private boolean write(StoredImage image, Blob blob, FileChannel out) throws IOException, InterruptedException {
        Digest digest = copying.read(blob.channel(), part -> {
            tally.progress(part.remaining(), image.name().text());
            Copying.writeAll(out, part);
        });
        return digest.equals(image.attributes().digest());
    }

    /** A file of that name is there: from an earlier export, or from somebody who does not want it overwritten. */
    private void compare(StoredImage image, Path file) throws IOException, InterruptedException {
        String name = image.name().text();
        boolean same = false;
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == image.attributes().filesize()) {
            try (FileChannel there = FileChannel.open(file, THERE)) {
                Digest digest = copying.read(there, part -> tally.progress(part.remaining(), name));
                same = digest.equals(image.attributes().digest());
            }
        } else {
            tally.progress(image.attributes().filesize(), name);
        }
        if (same) {
            tally.unchanged();
        } else {
            tally.found("file-exists", name, "A file of that name is there already, and not the same.");
        }
    }

    private boolean isStillThere(StoredImage image) throws IOException {
        return catalogue
                .find(image.name())
                .map(now -> now.attributes().id().equals(image.attributes().id()))
                .orElse(false);
    }
}
