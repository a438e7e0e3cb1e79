package org.wirephoto.desktop.send;

import java.util.Optional;
import org.wirephoto.desktop.send.Problem.Kind;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.NameCheck;

/** Judges what a person types as the name of an image, by the protocol's rules alone: asks nobody. */
public final class NameJudge {
    private static final String NAMELESS = "image";

    private NameJudge() {}

    /**
     * What there is to say of a name.
     *
     * @param name the name as it would be stored; empty where it can't be one
     * @param problem what is wrong with it; empty where nothing is
     */
    public record Verdict(Optional<ImageName> name, Optional<Problem> problem) {}

    /** Judges a name for an image of a type. */
    public static Verdict judge(String typed, ImageType type) {
        return switch (ImageName.check(typed)) {
            case NameCheck.Accepted(ImageName name)
            when type.takes(name.extension()) -> new Verdict(Optional.of(name), Optional.empty());
            case NameCheck.Accepted(ImageName name) -> bad(Kind.EXTENSION_MISMATCH, "", mended(name, type));
            case NameCheck.Refused refused -> bad(kind(refused.code()), refused.reason(), fix(typed, refused, type));
        };
    }

    /** The name that a file gets to begin with: its own, with the ending that its content says. */
    public static String proposal(String fileName, Optional<ImageType> type) {
        String own = ImageName.normalise(fileName);
        if (type.isEmpty()) {
            return own;
        }
        return judge(own, type.get())
                .problem()
                .flatMap(Problem::fix)
                .map(ImageName::text)
                .orElse(own);
    }

    private static Verdict bad(Kind kind, String detail, Optional<ImageName> fix) {
        return new Verdict(Optional.empty(), Optional.of(new Problem(kind, detail, fix)));
    }

    /** An ending that is no image's at all may be a part of the name: notes.v2 becomes notes.v2.png. */
    private static Optional<ImageName> mended(ImageName name, ImageType type) {
        String ending = type.extensions().getFirst();
        boolean other = false;
        for (ImageType each : ImageType.values()) {
            other |= each.takes(name.extension());
        }
        return other ? name.withExtension(ending) : accepted(name.text() + "." + ending);
    }

    private static Optional<ImageName> fix(String typed, NameCheck.Refused refused, ImageType type) {
        String ending = "." + type.extensions().getFirst();
        return switch (kind(refused.code())) {
            case NAME_MISSING -> accepted(NAMELESS + ending);
            case EXTENSION_MISSING -> accepted(ImageName.normalise(typed) + ending);
            default ->
                refused.suggestion()
                        .or(() -> accepted(ImageName.normalise(typed) + ending))
                        .or(() -> suggestion(ImageName.normalise(typed) + ending))
                        .flatMap(name -> type.takes(name.extension()) ? Optional.of(name) : mended(name, type));
        };
    }

    private static Optional<ImageName> suggestion(String text) {
        return ImageName.check(text) instanceof NameCheck.Refused refused ? refused.suggestion() : Optional.empty();
    }

    private static Optional<ImageName> accepted(String text) {
        return ImageName.check(text) instanceof NameCheck.Accepted(ImageName name)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Kind kind(ErrorCode code) {
        return switch (code) {
            case NAME_MISSING -> Kind.NAME_MISSING;
            case EXTENSION_MISSING -> Kind.EXTENSION_MISSING;
            default -> Kind.NAME_INVALID;
        };
    }
}
