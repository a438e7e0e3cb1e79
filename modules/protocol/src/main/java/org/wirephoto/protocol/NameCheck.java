package org.wirephoto.protocol;

import java.util.Optional;

/** Whether a text can be the name of an image. */
public sealed interface NameCheck {
    /**
     * It can.
     *
     * @param name the name as it would be stored
     */
    record Accepted(ImageName name) implements NameCheck {}

    /**
     * It can't.
     *
     * @param code {@link ErrorCode#NAME_MISSING}, {@link ErrorCode#NAME_INVALID} or
     *     {@link ErrorCode#EXTENSION_MISSING}
     * @param reason one English sentence for a person
     * @param suggestion a name like it that can be used, where there is one
     */
    record Refused(ErrorCode code, String reason, Optional<ImageName> suggestion) implements NameCheck {}
}
