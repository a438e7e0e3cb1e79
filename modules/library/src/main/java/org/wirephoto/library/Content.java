package org.wirephoto.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.storage.StoredImage;

/**
 * An image, a part of it or a variant, open for sending: {@link #length} bytes of {@link #channel} from
 * {@link #position}. It stays readable until it is closed, even where the image is deleted meanwhile.
 */
public final class Content implements AutoCloseable {
    private final StoredImage image;
    private final Source source;
    private final Contents.Range range;

    Content(StoredImage image, Source source, Contents.Range range) {
        this.image = image;
        this.source = source;
        this.range = range;
    }

    /** The image's name, as it is stored. */
    public ImageName name() {
        return image.name();
    }

    /** The type of what is sent: the variant's where a variant was asked for. */
    public ImageType type() {
        return source.type();
    }

    /** The size in bytes of the whole image, or the whole variant. */
    public long filesize() {
        return source.filesize();
    }

    /** The digest of the whole image; empty for variants. */
    public Optional<Digest> digest() {
        return source.digest();
    }

    /** The offset to tell in the reply; empty where the request had none. */
    public OptionalLong offset() {
        return range.asked();
    }

    /** Where in the channel the bytes to send begin. */
    public long position() {
        return range.position();
    }

    /** How many bytes to send. */
    public long length() {
        return range.length();
    }

    /** The file, open for reading; its own position is of no use. */
    public FileChannel channel() {
        return source.channel();
    }

    /** Closes the file. */
    @Override
    public void close() throws IOException {
        source.owner().close();
    }

    /**
     * Where the bytes come from.
     *
     * @param type what they are
     * @param filesize how many there are
     * @param digest the image's digest; empty for variants
     * @param channel gives them
     * @param owner closes the channel
     */
    record Source(ImageType type, long filesize, Optional<Digest> digest, FileChannel channel, Owner owner) {}

    /** Closes what a source has open. */
    @FunctionalInterface
    interface Owner {
        void close() throws IOException;
    }
}
