package org.wirephoto.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wirephoto.protocol.Digest;
import org.wirephoto.storage.Blob;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.CatalogueWriter;
import org.wirephoto.storage.StoredImage;
import org.wirephoto.storage.Usage;

/** One run of {@link Maintenance#verify}: first all bytes, then all entries. */
final class Verification {
    /** How many digests are remembered at a time, whatever the store holds. */
    private static final int BATCH = 256;

    private final Catalogue catalogue;
    private final BlobStore blobs;
    private final Path aside;
    private final Sweeper sweeper;
    private final boolean repair;
    private final Tally tally;
    private final Copying copying = new Copying();
    private final List<Digest> unchecked = new ArrayList<>(BATCH);
    private final List<Digest> unnamed = new ArrayList<>();
    private final Set<Digest> damaged = new HashSet<>();

    /**
     * Makes a run.
     *
     * @param aside where damaged bytes are moved
     * @param repair whether to change anything
     */
    Verification(
            Catalogue catalogue,
            BlobStore blobs,
            Path aside,
            Sweeper sweeper,
            boolean repair,
            MaintenanceListener listener)
            throws IOException {
        this.catalogue = catalogue;
        this.blobs = blobs;
        this.aside = aside;
        this.sweeper = sweeper;
        this.repair = repair;
        Usage usage = catalogue.usage();
        this.tally = new Tally(listener, usage.bytes() + usage.trashedBytes());
    }

    MaintenanceReport run() throws IOException, InterruptedException {
        return tally.<IOException>report(() -> {
            for (String problem : catalogue.check()) {
                tally.found("catalogue-damaged", "catalogue", problem);
            }
            blobs.forEachDigest(this::checkBytes);
            askForNames();
            settleUnnamed();
            catalogue.<InterruptedException>forEachImage(
                    image -> checkEntry(image, image.name().text()));
            catalogue.<InterruptedException>forEachTrashed(
                    trashed -> checkEntry(trashed.image(), trashed.image().name() + " (in the trash)"));
        });
    }

    private void checkBytes(Digest digest) throws IOException, InterruptedException {
        try (Blob blob = blobs.open(digest)) {
            Digest found = copying.read(blob.channel(), part -> tally.progress(part.remaining(), digest.hex()));
            if (!found.equals(digest)) {
                damaged.add(digest);
                moveAside(digest, blob.file());
            }
        } catch (NoSuchFileException e) {
            return; // removed since it was listed: whether it should have been, the entries tell
        }
        unchecked.add(digest);
        if (unchecked.size() == BATCH) {
            askForNames();
        }
    }

    private void moveAside(Digest digest, Path file) throws IOException, InterruptedException {
        if (repair) {
            Files.createDirectories(aside);
            Path target = aside.resolve(digest.hex());
            catalogue.<Path, RuntimeException>write(writer -> Files.move(file, target, StandardCopyOption.ATOMIC_MOVE));
        }
    }

    private void askForNames() throws IOException, InterruptedException {
        unnamed.addAll(unnamedOf(unchecked));
        unchecked.clear();
        if (unnamed.size() >= BATCH) {
            settleUnnamed();
        }
    }

    /** Asks again: what was on its way in at the first look has its name by now. */
    private void settleUnnamed() throws IOException, InterruptedException {
        tally.leftovers(unnamedOf(unnamed).size());
        if (repair) {
            sweeper.sweep(unnamed);
        }
        unnamed.clear();
    }

    private List<Digest> unnamedOf(Collection<Digest> digests) throws IOException, InterruptedException {
        return catalogue.<List<Digest>, RuntimeException>write(writer -> {
            List<Digest> found = new ArrayList<>();
            for (Digest digest : digests) {
                if (blobs.contains(digest) && !writer.names(digest)) {
                    found.add(digest);
                }
            }
            return found;
        });
    }

    private void checkEntry(StoredImage image, String subject) throws IOException, InterruptedException {
        Digest digest = image.attributes().digest();
        long filesize = image.attributes().filesize();
        try (Blob blob = blobs.open(digest)) {
            if (damaged.contains(digest) || blob.size() != filesize) {
                broken(image, subject, true);
            } else {
                tally.done(filesize);
            }
        } catch (NoSuchFileException e) {
            broken(image, subject, damaged.contains(digest));
        }
        tally.progress(0, image.name().text());
    }

    private void broken(StoredImage image, String subject, boolean bytesThere)
            throws IOException, InterruptedException {
        Settled settled = catalogue.<Settled, RuntimeException>write(writer -> settleEntry(writer, image));
        if (settled == Settled.FINE) {
            return;
        }
        boolean removed = settled == Settled.REMOVED;
        if (bytesThere) {
            tally.done(image.attributes().filesize());
            Path kept = Path.of(
                    aside.getFileName().toString(), image.attributes().digest().hex());
            String repaired = ": the entry was removed, the damaged bytes are " + kept
                    + " in the data folder, and the image can be sent again";
            tally.found(
                    "image-damaged",
                    subject,
                    "Its bytes are not those that were saved" + (removed ? repaired : "") + ".");
        } else {
            tally.done(0);
            String repaired = ": the entry was removed, and the image can be sent again";
            tally.found("image-missing", subject, "Its bytes are gone" + (removed ? repaired : "") + ".");
        }
    }

    /** Looks whether the entry is still there and still broken; removes it then, if that is wanted. */
    private Settled settleEntry(CatalogueWriter writer, StoredImage image) throws IOException {
        Digest digest = image.attributes().digest();
        String id = image.attributes().id();
        boolean live = writer.find(image.name())
                .map(now -> now.attributes().id().equals(id))
                .orElse(false);
        if (!live && writer.trashed(id).isEmpty()) {
            return Settled.FINE;
        }
        boolean held = blobs.contains(digest);
        if (held && !damaged.contains(digest)) {
            return sizeDiffers(image) ? Settled.BROKEN : Settled.FINE;
        }
        if (!held && repair) {
            writer.removeForever(id);
            return Settled.REMOVED;
        }
        return Settled.BROKEN;
    }

    private boolean sizeDiffers(StoredImage image) throws IOException {
        try (Blob blob = blobs.open(image.attributes().digest())) {
            return blob.size() != image.attributes().filesize();
        }
    }

    /** What became of an entry that looked broken. */
    private enum Settled {
        FINE,
        BROKEN,
        REMOVED
    }
}
