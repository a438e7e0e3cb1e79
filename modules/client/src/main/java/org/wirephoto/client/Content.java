package org.wirephoto.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.wirephoto.protocol.PeerText;

/** A small image, or a small rendering of one, that is held in memory. Never changes. */
public final class Content {
    private static final int LONGEST_TYPE = 64;

    private final String mediaType;
    private final byte[] bytes;

    Content(String mediaType, byte[] bytes) {
        this.mediaType = PeerText.safe(mediaType, LONGEST_TYPE);
        this.bytes = bytes;
    }

    /** What the bytes are, such as {@code image/jpeg}, safe to show: as the server says. */
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

    /** Gathers the bytes as they come. */
    static final class Builder {
        private final byte[] bytes;
        private int length;

        Builder(int size) {
            bytes = new byte[size];
        }

        void append(byte[] piece, int count) {
            System.arraycopy(piece, 0, bytes, length, count);
            length += count;
        }

        Content build(String mediaType) {
            return new Content(mediaType, bytes);
        }
    }
}
