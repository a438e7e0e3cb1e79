package org.wirephoto.library;

import java.io.IOException;
import java.util.Optional;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.CatalogueWriter;
import org.wirephoto.storage.TrashedImage;

/** The command {@code restore}. */
final class Restoring {
    private final Catalogue catalogue;
    private final LookUps lookUps;
    private final Space space;

    Restoring(Catalogue catalogue, LookUps lookUps, Space space) {
        this.catalogue = catalogue;
        this.lookUps = lookUps;
        this.space = space;
    }

    Image restore(Caller caller, Command.Restore request) throws RefusedException, IOException, InterruptedException {
        Access.require(caller, Role.CONTRIBUTOR);
        ImageName name = lookUps.check(request.name());
        TrashedImage known = require(
                request.id().isPresent() ? catalogue.trashed(request.id().get()) : catalogue.newestTrashed(name), name);
        ImageName to = request.to().isPresent()
                ? target(request.to().get(), known)
                : known.image().name();
        Space.Promise promise =
                space.promise(payer(caller, known), known.image().attributes().filesize(), Optional.empty());
        try {
            // asked for again: of several who restore one name at once, each is to get an image of its own
            Image restored = catalogue.<Image, RefusedException>write(writer -> {
                TrashedImage image = require(
                        request.id().isPresent() ? writer.trashed(request.id().get()) : writer.newestTrashed(name),
                        name);
                return restore(writer, caller, image, to);
            });
            Audit.of("restored").with("name", name).with("as", to).by(caller);
            return restored;
        } finally {
            promise.close();
        }
    }

    /** An image counts for the key that saved it, whoever brings it back: only its own key's quota can stand against it. */
    private static Caller payer(Caller caller, TrashedImage image) {
        return caller.keyId().equals(image.image().owner()) ? caller : caller.withoutQuota();
    }

    private ImageName target(String to, TrashedImage image) throws RefusedException, IOException {
        return new NewNames(catalogue::find)
                .check(to, image.image().attributes().type());
    }

    private static Image restore(CatalogueWriter writer, Caller caller, TrashedImage image, ImageName to)
            throws RefusedException, IOException {
        Access.requireOwner(caller, image.image());
        NewNames names = new NewNames(writer::find);
        names.requireExtension(to, image.image().attributes().type());
        if (writer.find(to).isPresent()) {
            throw names.taken(to);
        }
        writer.restore(image, to);
        return new Image(to, image.image().attributes());
    }

    private static TrashedImage require(Optional<TrashedImage> image, ImageName name) throws RefusedException {
        if (image.isEmpty() || !image.get().image().name().equals(name)) {
            throw new RefusedException(ErrorCode.NOT_FOUND, "There is no image called " + name + " in the trash.");
        }
        return image.get();
    }
}
