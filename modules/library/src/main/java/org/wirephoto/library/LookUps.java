package org.wirephoto.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.NameCheck;
import org.wirephoto.storage.Catalogue;
import org.wirephoto.storage.StoredImage;

/** The rules for a name by which somebody asks for an image. */
final class LookUps {
    private static final int CANDIDATES = 50;

    private final Catalogue catalogue;

    LookUps(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The name that a text gives; where it gives none, an existing image is suggested. */
    ImageName check(String given) throws RefusedException, IOException {
        return switch (ImageName.check(given)) {
            case NameCheck.Accepted(ImageName name) -> name;
            case NameCheck.Refused refused ->
                throw new RefusedException(refused.code(), refused.reason(), existingLike(given, refused));
        };
    }

    /** The live image of this name. */
    StoredImage require(ImageName name) throws RefusedException, IOException {
        Optional<StoredImage> found = catalogue.find(name);
        if (found.isEmpty()) {
            throw notFound(name);
        }
        return found.get();
    }

    /** The refusal for a name that no live image has. */
    RefusedException notFound(ImageName name) throws IOException {
        List<ImageName> candidates = new ArrayList<>(catalogue.near(name, CANDIDATES));
        candidates.addAll(catalogue.withStem(ImageName.keyOf(name.stem()), CANDIDATES));
        candidates.remove(name);
        return new RefusedException(
                ErrorCode.NOT_FOUND, "There is no image called " + name + ".", NearestName.of(name, candidates));
    }

    private Optional<ImageName> existingLike(String given, NameCheck.Refused refused) throws IOException {
        if (refused.code() == ErrorCode.EXTENSION_MISSING) {
            List<ImageName> same = catalogue.withStem(ImageName.keyOf(ImageName.normalise(given)), 2);
            return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
        }
        Optional<ImageName> mended = refused.suggestion();
        return mended.isPresent() ? catalogue.find(mended.get()).map(StoredImage::name) : Optional.empty();
    }
}
