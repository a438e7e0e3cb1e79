package org.wirephoto.media;

import org.wirephoto.protocol.ImageType;

/** What the first bytes of a file say that it is. */
public sealed interface TypeVerdict {

    /**
     * An image of a type that a server takes.
     *
     * @param type the type, by content alone
     */
    record Accepted(ImageType type) implements TypeVerdict {}

    /**
     * Anything else.
     *
     * @param found what it is, in words for a person that fit after "is", such as {@code a PDF document}; never text
     *     that came out of the file
     */
    record Unsupported(String found) implements TypeVerdict {}
}
