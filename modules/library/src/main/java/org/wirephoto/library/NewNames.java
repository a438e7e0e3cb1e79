package org.wirephoto.library;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.NameCheck;
import org.wirephoto.storage.StoredImage;

/** The rules for a name that an image shall get, and the free names to suggest where it can't have it. */
final class NewNames {
    /** Numbers are tried one by one up to here, then in doubling steps: a crowded stem costs few looks. */
    private static final int ONE_BY_ONE = 20;

    private static final int HIGHEST = 1 << 24;

    private final NameLookUp names;

    NewNames(NameLookUp names) {
        this.names = names;
    }

    /** The name that a text gives, by the rules that need no look at an image. */
    ImageName check(String given) throws RefusedException, IOException {
        return switch (ImageName.check(given)) {
            case NameCheck.Accepted(ImageName name) -> name;
            case NameCheck.Refused refused ->
                throw new RefusedException(refused.code(), refused.reason(), freeLike(refused.suggestion()));
        };
    }

    /** The same for an image whose type is known, which lets a missing extension be suggested. */
    ImageName check(String given, ImageType type) throws RefusedException, IOException {
        if (ImageName.check(given) instanceof NameCheck.Refused refused
                && refused.code() == ErrorCode.EXTENSION_MISSING) {
            String whole = ImageName.normalise(given) + "." + type.extensions().getFirst();
            Optional<ImageName> with = ImageName.check(whole) instanceof NameCheck.Accepted(ImageName name)
                    ? Optional.of(name)
                    : Optional.empty();
            throw new RefusedException(refused.code(), refused.reason(), freeLike(with));
        }
        return check(given);
    }

    /** Refuses a name whose ending does not go with the type. */
    void requireExtension(ImageName name, ImageType type) throws RefusedException, IOException {
        if (!type.takes(name.extension())) {
            throw new RefusedException(
                    ErrorCode.EXTENSION_MISMATCH,
                    name + " is in fact " + word(type) + ": its name has to end in ." + endings(type) + ".",
                    freeLike(name.withExtension(type.extensions().getFirst())));
        }
    }

    /** The refusal for a name that another image has. */
    RefusedException taken(ImageName name) throws IOException {
        return new RefusedException(
                ErrorCode.ALREADY_EXISTS,
                "There is an image called " + name + " already.",
                freeLike(Optional.of(name)));
    }

    /** The name itself where it is free, or else the first that is with a number behind its stem. */
    private Optional<ImageName> freeLike(Optional<ImageName> wanted) throws IOException {
        if (wanted.isEmpty() || isFree(wanted.get())) {
            return wanted;
        }
        for (int number = 2; number <= HIGHEST; number = next(number)) {
            Optional<ImageName> candidate = wanted.get().numbered(number);
            if (candidate.isPresent() && isFree(candidate.get())) {
                return candidate;
            }
        }
        return Optional.empty();
    }

    private static int next(int number) {
        return number < ONE_BY_ONE ? number + 1 : number * 2;
    }

    private boolean isFree(ImageName name) throws IOException {
        Optional<StoredImage> image = names.find(name);
        return image.isEmpty();
    }

    private static String word(ImageType type) {
        return type == ImageType.WEBP ? "WebP" : type.name();
    }

    private static String endings(ImageType type) {
        List<String> endings = type.extensions();
        return String.join(" or .", endings);
    }
}
