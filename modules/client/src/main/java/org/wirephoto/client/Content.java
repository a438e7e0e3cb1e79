package org.wirephoto.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A small image, or a small rendering of one, that is held in memory. Never changes. */
public final class Content {
    private final String mediaType;
    private final byte[] bytes;

    Content(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** What the bytes are, such as {@code image/jpeg}: as the server says. */
    public String mediaType() {
        return mediaType;
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** The bytes, from the first; each call gives a stream of its own. */
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** The bytes, a fresh copy. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
