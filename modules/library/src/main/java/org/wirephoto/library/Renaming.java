package org.wirephoto.library;

import java.io.IOException;
import java.util.Optional;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.CatalogueWriter;
import org.wirephoto.storage.StoredImage;

/** The command {@code rename}. */
final class Renaming {
    private final Catalogue catalogue;
    private final LookUps lookUps;

    Renaming(Catalogue catalogue, LookUps lookUps) {
        this.catalogue = catalogue;
        this.lookUps = lookUps;
    }

    ImageName rename(Caller caller, Command.Rename request) throws RefusedException, IOException, InterruptedException {
        Access.require(caller, Role.CONTRIBUTOR);
        ImageName name = lookUps.check(request.name());
        StoredImage known = lookUps.require(name);
        ImageName to = newNames(catalogue::find, known)
                .check(request.to(), known.attributes().type());
        Optional<ImageName> before = catalogue.<Optional<ImageName>, RefusedException>write(writer -> {
            Optional<StoredImage> image = writer.find(name);
            if (image.isEmpty()) {
                return Optional.empty();
            }
            change(writer, caller, request, image.get(), to);
            return Optional.of(image.get().name());
        });
        if (before.isEmpty()) {
            throw lookUps.notFound(name);
        }
        if (!before.get().text().equals(to.text())) {
            Audit.of("renamed").with("name", before.get()).with("to", to).by(caller);
        }
        return to;
    }

    /** The image's own name is as free as any that nobody has. */
    private static NewNames newNames(NameLookUp names, StoredImage image) {
        return new NewNames(name -> name.equals(image.name()) ? Optional.empty() : names.find(name));
    }

    private static void change(
            CatalogueWriter writer, Caller caller, Command.Rename request, StoredImage image, ImageName to)
            throws RefusedException, IOException {
        Access.requireOwner(caller, image);
        Conditions.require(request.ifDigest(), image);
        NewNames names = newNames(writer::find, image);
        names.requireExtension(to, image.attributes().type());
        if (!to.equals(image.name()) && writer.find(to).isPresent()) {
            throw names.taken(to);
        }
        if (!to.text().equals(image.name().text())) {
            writer.rename(image, to);
        }
    }
}
