package org.wirephoto.library;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageAttributes;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.CatalogueWriter;
import org.wirephoto.storage.StoredImage;

/** Gives bytes that are in the store their name, and with it makes them visible. */
final class Naming {
    private final Catalogue catalogue;
    private final BlobStore blobs;
    private final Clock clock;
    private final Ids ids;

    Naming(Catalogue catalogue, BlobStore blobs, Clock clock, Ids ids) {
        this.catalogue = catalogue;
        this.blobs = blobs;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Names bytes that arrived.
     *
     * @param placement puts them in their place again, where they were swept meanwhile
     */
    Image name(SaveRequest request, Description image, Placement placement)
            throws RefusedException, IOException, InterruptedException {
        Outcome outcome = catalogue.<Outcome, RefusedException>write(writer -> {
            if (!blobs.contains(image.digest())) {
                placement.place();
            }
            return store(writer, request, image);
        });
        return report(request, outcome);
    }

    /** Names bytes that were in the store already; empty where they are there no longer. */
    Optional<Image> nameHeld(SaveRequest request, Digest digest)
            throws RefusedException, IOException, InterruptedException {
        Optional<Outcome> outcome = catalogue.<Optional<Outcome>, RefusedException>write(writer -> {
            Optional<StoredImage> holder = writer.holder(digest);
            if (holder.isEmpty() || !blobs.contains(digest)) {
                return Optional.empty();
            }
            return Optional.of(
                    store(writer, request, Description.of(holder.get().attributes())));
        });
        return outcome.map(stored -> report(request, stored));
    }

    private Outcome store(CatalogueWriter writer, SaveRequest request, Description image)
            throws RefusedException, IOException {
        NameClaim claim = NameClaim.check(request, Optional.of(image.digest()), writer::find);
        if (claim instanceof NameClaim.Same(StoredImage same)) {
            return new Outcome(same, "");
        }
        if (claim instanceof NameClaim.Replaces(StoredImage earlier)) {
            writer.moveToTrash(earlier, clock.instant(), true);
        }
        StoredImage stored = describe(request, image);
        writer.insert(stored);
        return new Outcome(stored, claim instanceof NameClaim.Free ? "saved" : "replaced");
    }

    private StoredImage describe(SaveRequest request, Description image) {
        ImageAttributes attributes = new ImageAttributes(
                image.filesize(),
                image.type(),
                image.width(),
                image.height(),
                image.digest(),
                clock.instant(),
                ids.next(),
                image.taken(),
                request.caller().label());
        return new StoredImage(request.name(), attributes, request.caller().keyId());
    }

    private static Image report(SaveRequest request, Outcome outcome) {
        StoredImage stored = outcome.stored();
        if (!outcome.what().isEmpty()) {
            Audit.of(outcome.what())
                    .with("name", stored.name())
                    .with("size", stored.attributes().filesize())
                    .with("sha256", stored.attributes().digest())
                    .by(request.caller());
        }
        return Image.of(stored);
    }

    /** Puts bytes in their place. */
    @FunctionalInterface
    interface Placement {
        void place() throws IOException;
    }

    /**
     * What a change did.
     *
     * @param stored the image that has the name now
     * @param what a word for what happened; empty where nothing had to
     */
    private record Outcome(StoredImage stored, String what) {}
}
