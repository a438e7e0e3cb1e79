package org.wirephoto.library;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wirephoto.protocol.Digest;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.CatalogueWriter;
import org.wirephoto.storage.TrashedImage;

/** Lets images leave the trash for good, oldest first: those kept long enough, and those that have to make room. */
final class Trash {
    private static final int BATCH = 100;

    private final Catalogue catalogue;
    private final Sweeper sweeper;

    Trash(Catalogue catalogue, Sweeper sweeper) {
        this.catalogue = catalogue;
        this.sweeper = sweeper;
    }

    /** Lets images go until their sizes add up to {@code bytes}, or a batch is full. */
    List<Deleted> dropOldest(long bytes) throws IOException, InterruptedException {
        return drop(new Until() {
            private long dropped;

            @Override
            public boolean isReached(TrashedImage image) {
                boolean enough = dropped >= bytes;
                dropped += image.image().attributes().filesize();
                return enough;
            }
        });
    }

    /** Lets all images go that were deleted before {@code time}, and says which. */
    List<Deleted> dropDeletedBefore(Instant time) throws IOException, InterruptedException {
        return drop(image -> !image.deleted().isBefore(time));
    }

    /** While bytes are kept none go: the room that they take would not become free. */
    private List<Deleted> drop(Until until) throws IOException, InterruptedException {
        if (sweeper.isHeldOff()) {
            return List.of();
        }
        List<TrashedImage> dropped =
                catalogue.<List<TrashedImage>, RuntimeException>write(writer -> removeBatch(writer, until));
        List<Digest> digests =
                dropped.stream().map(one -> one.image().attributes().digest()).toList();
        sweeper.sweep(digests);
        return dropped.stream()
                .map(one ->
                        new Deleted(one.image().name(), one.image().attributes().id()))
                .toList();
    }

    private static List<TrashedImage> removeBatch(CatalogueWriter writer, Until until) throws IOException {
        List<TrashedImage> removed = new ArrayList<>();
        for (TrashedImage image : writer.oldestTrash(BATCH)) {
            if (until.isReached(image)) {
                break;
            }
            writer.removeForever(image.image().attributes().id());
            removed.add(image);
        }
        return removed;
    }

    /** Says before which image to stop; asked once for each. */
    @FunctionalInterface
    private interface Until {
        boolean isReached(TrashedImage image);
    }
}
