package org.wirephoto.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;

/**
 * An image, a part of it or a variant, open for sending: {@link #length} bytes of {@link #channel} from
 * {@link #position}. It stays readable until it is closed, even where the image is deleted meanwhile.
 */
public final class Content implements AutoCloseable {
    Content() {}

    /** The image's name, as it is stored. */
    public ImageName name() {
        throw new UnsupportedOperationException();
    }

    /** The type of what is sent: the variant's where a variant was asked for. */
    public ImageType type() {
        throw new UnsupportedOperationException();
    }

    /** The size in bytes of the whole image, or the whole variant. */
    public long filesize() {
        throw new UnsupportedOperationException();
    }

    /** The digest of the whole image; empty for variants. */
    public Optional<Digest> digest() {
        throw new UnsupportedOperationException();
    }

    /** The offset to tell in the reply; empty where the request had none. */
    public OptionalLong offset() {
        throw new UnsupportedOperationException();
    }

    /** Where in the channel the bytes to send begin. */
    public long position() {
        throw new UnsupportedOperationException();
    }

    /** How many bytes to send. */
    public long length() {
        throw new UnsupportedOperationException();
    }

    /** The file, open for reading; its own position is of no use. */
    public FileChannel channel() {
        throw new UnsupportedOperationException();
    }

    /** Closes the file. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
