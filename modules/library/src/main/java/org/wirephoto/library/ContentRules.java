package org.wirephoto.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.wirephoto.media.FactsVerdict;
import org.wirephoto.media.ImageInspector;
import org.wirephoto.media.TypeVerdict;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Limits;

/** The rules for what an image's bytes have to be. */
final class ContentRules {
    /** From how many bytes on the type is known, or from the whole of a smaller file. */
    static final int HEAD_BYTES = ImageInspector.HEAD_BYTES;

    private final ImageInspector inspector;
    private final NewNames names;
    private final PlatformWorkers workers;

    ContentRules(ImageInspector inspector, NewNames names, PlatformWorkers workers) {
        this.inspector = inspector;
        this.names = names;
        this.workers = workers;
    }

    /** The type of the bytes, which has to be an accepted one and to go with the name. */
    ImageType requireType(ImageName name, ByteBuffer head) throws RefusedException, IOException {
        return switch (inspector.typeOf(head)) {
            case TypeVerdict.Unsupported(String found) ->
                throw new RefusedException(
                        ErrorCode.TYPE_UNSUPPORTED, name + " is " + found + ", which this server does not take.");
            case TypeVerdict.Accepted(ImageType type) -> {
                names.requireExtension(name, type);
                yield type;
            }
        };
    }

    /** What the whole image says of itself. */
    Description describe(SaveRequest request, ImageType type, Path file, DigestSource digest)
            throws RefusedException, IOException, InterruptedException {
        FactsVerdict verdict = workers.call(() -> inspector.factsOf(file, type));
        return switch (verdict) {
            case FactsVerdict.Unreadable(String reason) ->
                throw new RefusedException(ErrorCode.IMAGE_UNREADABLE, reason);
            case FactsVerdict.TooManyPixels(long pixels) ->
                throw new RefusedException(
                        ErrorCode.IMAGE_TOO_LARGE,
                        request.name() + " has " + pixels + " pixels; this server takes " + Limits.PIXELS
                                + " at most.");
            case FactsVerdict.Facts facts ->
                new Description(
                        request.size(),
                        type,
                        facts.width(),
                        facts.height(),
                        requireDigest(request, digest.digest()),
                        facts.taken());
        };
    }

    /** The checks of {@link #requireType} and {@link #describe}, made from what is known of bytes that are held. */
    void requireHeld(SaveRequest request, Description held) throws RefusedException, IOException {
        names.requireExtension(request.name(), held.type());
        requireSize(request, held.filesize());
    }

    /** Bytes of one digest have one size: another one that comes with it is as wrong as another digest. */
    private static void requireSize(SaveRequest request, long size) throws RefusedException {
        if (request.size() != size) {
            throw new RefusedException(
                    ErrorCode.DIGEST_MISMATCH,
                    "The image of this digest has " + size + " bytes, not " + request.size() + ".");
        }
    }

    private static Digest requireDigest(SaveRequest request, Digest digest) throws RefusedException {
        if (request.digest().isPresent() && !request.digest().get().equals(digest)) {
            throw new RefusedException(ErrorCode.DIGEST_MISMATCH);
        }
        return digest;
    }

    /** Gives the digest of all bytes when it is needed. */
    @FunctionalInterface
    interface DigestSource {
        Digest digest() throws IOException;
    }
}
