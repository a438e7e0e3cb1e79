package org.wirephoto.desktop.send;

import java.util.Optional;
import org.wirephoto.protocol.ImageName;

/**
 * What keeps a file from being sent under its name.
 *
 * @param kind what kind of thing
 * @param detail one English sentence of the rules of names, where there is one
 * @param fix a name that would do, where there is one
 */
public record Problem(Kind kind, String detail, Optional<ImageName> fix) {
    /** What there is. */
    public enum Kind {
        /** It can't be read. */
        UNREADABLE,
        /** There is nothing in it. */
        EMPTY,
        /** The server takes no such files. */
        NOT_AN_IMAGE,
        /** It has more bytes than the server takes. */
        TOO_LARGE,
        /** There is no name. */
        NAME_MISSING,
        /** The name has something in it that no name can have. */
        NAME_INVALID,
        /** The name has no extension. */
        EXTENSION_MISSING,
        /** The extension is another type's. */
        EXTENSION_MISMATCH,
        /** Another file of this sheet has the name. */
        NAME_TWICE,
        /** An image at the server has the name. */
        NAME_TAKEN
    }

    static Problem of(Kind kind) {
        return new Problem(kind, "", Optional.empty());
    }

    static Problem of(Kind kind, Optional<ImageName> fix) {
        return new Problem(kind, "", fix);
    }

    /** Whether a person can do nothing about it but leave the file out. */
    public boolean isFinal() {
        return switch (kind) {
            case UNREADABLE, EMPTY, NOT_AN_IMAGE, TOO_LARGE -> true;
            case NAME_MISSING, NAME_INVALID, EXTENSION_MISSING, EXTENSION_MISMATCH, NAME_TWICE, NAME_TAKEN -> false;
        };
    }
}
