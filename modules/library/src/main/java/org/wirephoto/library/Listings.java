package org.wirephoto.library;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.Page;
import org.wirephoto.storage.Position;
import org.wirephoto.storage.StoredImage;
import org.wirephoto.storage.TrashPage;
import org.wirephoto.storage.TrashedImage;

/** The command {@code list}. */
final class Listings {
    private final Catalogue catalogue;

    Listings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Listing list(Caller caller, Command.List request) throws RefusedException, IOException {
        Access.require(caller, Role.VIEWER);
        Optional<String> match = request.match()
                .map(text -> ImageName.keyOf(ImageName.normalise(text)))
                .filter(key -> !key.isEmpty());
        Cursor cursor = new Cursor(request.sort(), match, request.trash());
        Optional<Position> after = request.after().isPresent()
                ? Optional.of(cursor.read(request.after().get()))
                : Optional.empty();
        return request.trash() ? trash(cursor, after, request.limit()) : live(cursor, after, request.limit());
    }

    private Listing live(Cursor cursor, Optional<Position> after, int limit) throws IOException {
        Page page = catalogue.page(cursor.sort(), cursor.match(), after, limit);
        List<Listing.Entry> entries = page.images().stream()
                .map(image -> entry(image, Optional.empty()))
                .toList();
        return new Listing(entries, page.token(), page.total(), page.next().map(cursor::write));
    }

    private Listing trash(Cursor cursor, Optional<Position> after, int limit) throws IOException {
        TrashPage page = catalogue.trash(cursor.match(), after, limit);
        List<Listing.Entry> entries =
                page.images().stream().map(Listings::entry).toList();
        return new Listing(entries, page.token(), page.total(), page.next().map(cursor::write));
    }

    private static Listing.Entry entry(TrashedImage trashed) {
        return entry(trashed.image(), Optional.of(trashed.deleted()));
    }

    private static Listing.Entry entry(StoredImage image, Optional<Instant> deleted) {
        return new Listing.Entry(Image.of(image), deleted);
    }
}
