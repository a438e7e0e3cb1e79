package org.wirephoto.library;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.CatalogueWriter;
import org.wirephoto.storage.StoredImage;
import org.wirephoto.storage.TrashedImage;

/** The command {@code delete}. */
final class Deleting {
    private final Catalogue catalogue;
    private final LookUps lookUps;
    private final Sweeper sweeper;
    private final Clock clock;

    Deleting(Catalogue catalogue, LookUps lookUps, Sweeper sweeper, Clock clock) {
        this.catalogue = catalogue;
        this.lookUps = lookUps;
        this.sweeper = sweeper;
        this.clock = clock;
    }

    Deleted delete(Caller caller, Command.Delete request) throws RefusedException, IOException, InterruptedException {
        Access.require(caller, request.forever() ? Role.CURATOR : Role.CONTRIBUTOR);
        ImageName name = lookUps.check(request.name());
        Optional<Target> found = catalogue.<Optional<Target>, RefusedException>write(writer -> {
            Optional<Target> target = find(writer, name, request.id());
            if (target.isPresent()) {
                remove(writer, caller, request, target.get());
            }
            return target;
        });
        if (found.isEmpty()) {
            throw notFound(name, request.id());
        }
        return report(caller, request, found.get());
    }

    private Deleted report(Caller caller, Command.Delete request, Target target)
            throws IOException, InterruptedException {
        StoredImage image = target.image();
        if (request.forever()) {
            Audit.of("removed for good")
                    .with("name", image.name())
                    .with("sha256", image.attributes().digest())
                    .by(caller);
            sweeper.sweep(List.of(image.attributes().digest()));
        } else if (target.live()) {
            Audit.of("deleted").with("name", image.name()).by(caller);
        }
        return new Deleted(image.name(), image.attributes().id());
    }

    private void remove(CatalogueWriter writer, Caller caller, Command.Delete request, Target target)
            throws RefusedException, IOException {
        StoredImage image = target.image();
        Access.requireOwner(caller, image);
        Conditions.require(request.ifDigest(), image);
        if (request.forever()) {
            writer.removeForever(image.attributes().id());
        } else if (target.live()) {
            writer.moveToTrash(image, clock.instant(), false);
        } // what is in the trash already is where the request wants it: a repeated one succeeds
    }

    private static Optional<Target> find(CatalogueWriter writer, ImageName name, Optional<String> id)
            throws IOException {
        Optional<StoredImage> live = writer.find(name);
        if (id.isEmpty() || (live.isPresent() && live.get().attributes().id().equals(id.get()))) {
            return live.map(image -> new Target(image, true));
        }
        return writer.trashed(id.get())
                .map(TrashedImage::image)
                .filter(image -> image.name().equals(name))
                .map(image -> new Target(image, false));
    }

    private RefusedException notFound(ImageName name, Optional<String> id) throws IOException {
        if (id.isPresent() && catalogue.find(name).isPresent()) {
            return new RefusedException(ErrorCode.NOT_FOUND, "There is another image called " + name + " by now.");
        }
        return lookUps.notFound(name);
    }

    /**
     * The image that a request means.
     *
     * @param live whether it is live, and not in the trash
     */
    private record Target(StoredImage image, boolean live) {}
}
