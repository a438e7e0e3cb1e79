package org.wirephoto.protocol;

import java.util.Locale;
import java.util.Optional;

/**
 * Why a server refuses a request: the code that programs decide by, a safe sentence for a person where nothing
 * more exact is known, and whether the connection goes on.
 */
public enum ErrorCode {
    /** A line breaks the rules, or a needed attribute is missing or out of range. */
    MALFORMED_REQUEST("The request is not in the form that this server understands."),
    /** There is no such command. */
    UNKNOWN_COMMAND("This server has no such command."),
    /** The client's version of the protocol is one that the server does not speak. */
    UNSUPPORTED_VERSION("This server speaks version 1 of the protocol: say hello with version=1."),
    /** No good hello has come yet. */
    KEY_REQUIRED("This server wants a key first: say hello with one."),
    /** The key is none of the server's. */
    KEY_REFUSED("This key is not one of the server's.", true),
    /** The role, or the ownership of the image, does not cover the request. */
    NOT_ALLOWED("Your key does not allow this."),
    /** The name is empty, or nothing but an extension. */
    NAME_MISSING("The image needs a name."),
    /** The name has a character or a form that can't be kept. */
    NAME_INVALID("The name can't be used."),
    /** The name has no extension. */
    EXTENSION_MISSING("The name needs an extension, such as .jpg."),
    /** The name's extension is not one of the image's type. */
    EXTENSION_MISMATCH("The name's extension does not match what the file is."),
    /** A save without a filesize, or with 0. */
    SIZE_MISSING("The size of the image is missing, or the file is empty."),
    /** The filesize is above what the server takes. */
    TOO_LARGE("The file is larger than this server takes."),
    /** The content is of no accepted type. */
    TYPE_UNSUPPORTED("The file is not an image of a type that this server takes."),
    /** No width and height can be read. */
    IMAGE_UNREADABLE("The image is damaged: its width and height can't be read."),
    /** The image has too many pixels. */
    IMAGE_TOO_LARGE("The image has more pixels than this server takes."),
    /** The name is taken. */
    ALREADY_EXISTS("There is an image of that name already."),
    /** There is no such image. */
    NOT_FOUND("There is no image of that name."),
    /** A condition of the request did not hold. */
    CHANGED("The image has changed in the meantime."),
    /** The bytes are not those of the digest. */
    DIGEST_MISMATCH("The bytes that arrived are not those of the digest; nothing was kept."),
    /** The offset lies beyond the image, or a part of a variant was asked for. */
    RANGE_INVALID("The part that was asked for lies outside the image."),
    /** The server can't draw this image smaller. */
    NO_PREVIEW("This server can't draw a preview of this image; the image itself can be fetched."),
    /** The disk has no room. */
    STORAGE_FULL("The server's disk is full; nothing was kept."),
    /** The quota has no room. */
    QUOTA_EXCEEDED("The quota is used up; nothing was kept."),
    /** Too many connections, or too many wrong keys. */
    BUSY("The server has too many connections at the moment: try again soon.", true),
    /** The peer was too slow, or silent for too long. */
    TIMEOUT("Nothing came for too long.", true),
    /** A fault of the server. */
    INTERNAL("The server made a mistake.");

    private final String sentence;
    private final boolean closes;

    ErrorCode(String sentence) {
        this(sentence, false);
    }

    ErrorCode(String sentence, boolean closes) {
        this.sentence = sentence;
        this.closes = closes;
    }

    /** The code as it stands on the wire, such as {@code name-missing}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One English sentence for a person, which tells nothing about the server's inside. */
    public String sentence() {
        return sentence;
    }

    /**
     * Whether the connection always ends with this error. {@link #MALFORMED_REQUEST} ends it only where the
     * server has lost its place in the input, and {@link #INTERNAL} only where it can't go on.
     */
    public boolean closes() {
        return closes;
    }

    /** The code that a word on the wire stands for, or empty where this version knows none such. */
    public static Optional<ErrorCode> of(String wire) {
        for (ErrorCode code : values()) {
            if (code.wire().equals(wire)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
