package org.wirephoto.library;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.Variant;
import org.wirephoto.storage.Blob;
import org.wirephoto.storage.BlobStore;
import org.wirephoto.storage.StoredImage;

/** The command {@code return}. */
final class Contents {
    private final LookUps lookUps;
    private final BlobStore blobs;
    private final Variants variants;

    Contents(LookUps lookUps, BlobStore blobs, Variants variants) {
        this.lookUps = lookUps;
        this.blobs = blobs;
        this.variants = variants;
    }

    Content open(Caller caller, Command.Return request) throws RefusedException, IOException, InterruptedException {
        Access.require(caller, Role.VIEWER);
        ImageName name = lookUps.check(request.name());
        StoredImage image = lookUps.require(name);
        Conditions.require(request.ifDigest(), image);
        Range range = Range.of(request, image.attributes().filesize());
        try {
            return open(image, request.variant(), range);
        } catch (NoSuchFileException e) {
            StoredImage now = lookUps.require(name);
            if (now.attributes().id().equals(image.attributes().id())) {
                throw e;
            }
            return open(caller, request); // it was removed for good, and another saved, between two looks
        }
    }

    private Content open(StoredImage image, Optional<Variant> variant, Range range)
            throws RefusedException, IOException, InterruptedException {
        if (variant.isPresent()) {
            return variants.open(image, variant.get());
        }
        Blob blob = blobs.open(image.attributes().digest());
        if (blob.size() != image.attributes().filesize()) {
            blob.close();
            throw new IOException("the bytes of " + image.name() + " are damaged: verify tells more");
        }
        return new Content(
                image,
                new Content.Source(
                        image.attributes().type(),
                        blob.size(),
                        Optional.of(image.attributes().digest()),
                        blob.channel(),
                        blob::close),
                range);
    }

    /**
     * The part of an image that is sent.
     *
     * @param asked the offset that the request had
     * @param position its first byte
     * @param length how many bytes
     */
    record Range(OptionalLong asked, long position, long length) {

        static Range whole(long filesize) {
            return new Range(OptionalLong.empty(), 0, filesize);
        }

        static Range of(Command.Return request, long filesize) throws RefusedException {
            if (request.variant().isPresent()) {
                if (request.offset().isPresent() || request.length().isPresent()) {
                    throw new RefusedException(ErrorCode.RANGE_INVALID, "A variant is sent whole, never in parts.");
                }
                return whole(filesize);
            }
            long position = request.offset().orElse(0);
            if (position > filesize) {
                throw new RefusedException(
                        ErrorCode.RANGE_INVALID, "The image has " + filesize + " bytes: none at " + position + ".");
            }
            long length = Math.min(request.length().orElse(Long.MAX_VALUE), filesize - position);
            return new Range(request.offset(), position, length);
        }
    }
}
