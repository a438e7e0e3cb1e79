package org.wirephoto.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;
import org.wirephoto.storage.StoredImage;

/** Smaller renderings of images: taken from the cache, or made when they are first asked for. */
final class Variants {
    private static final int TRIES = 3;

    private final VariantCache cache;
    private final Renderings renderings;

    Variants(VariantCache cache, Renderings renderings) {
        this.cache = cache;
        this.renderings = renderings;
    }

    /** Opens a rendering for sending. */
    Content open(StoredImage image, Variant variant) throws RefusedException, IOException, InterruptedException {
        Digest digest = image.attributes().digest();
        for (int i = 0; i < TRIES; i++) {
            Optional<VariantCache.Entry> cached = cache.find(digest, variant);
            if (cached.isPresent()) {
                Optional<Content> content = open(image, cached.get());
                if (content.isPresent()) {
                    return content.get();
                }
            }
            if (!renderings.make(digest, image.attributes().type(), variant)) {
                throw new RefusedException(ErrorCode.NO_PREVIEW);
            }
        }
        throw new IOException("the thumbnails are removed as fast as they are made");
    }

    /** Opens a cached rendering; empty where it was removed since it was found, which may happen at any time. */
    private static Optional<Content> open(StoredImage image, VariantCache.Entry entry) throws IOException {
        try {
            return Optional.of(content(image, entry.type(), entry.file()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Content content(StoredImage image, ImageType type, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long size = channel.size();
            Content.Source source = new Content.Source(type, size, Optional.empty(), channel, channel::close);
            return new Content(image, source, Contents.Range.whole(size));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
