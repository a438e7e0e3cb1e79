package org.wirephoto.media;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.util.Optional;

/** Reads the chunks of a WebP file. */
final class WebpHeader {
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_FRAME = 8;
    private static final int MOST_CHUNKS = 100_000;
    private static final int SIDE_BITS = 0x3FFF;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    /** Measured: what the decoders of the two codings keep for each pixel of the image. */
    private static final int LOSSY_PIXEL = 28;

    private static final int LOSSLESS_PIXEL = 6;
    private static final int PIXEL = 4;

    private WebpHeader() {}

    static Header read(Bytes file) throws IOException, DamagedException {
        long data = FIRST_CHUNK + CHUNK_FRAME;
        return switch (file.text(FIRST_CHUNK, 4)) {
            case "VP8X" -> extended(file, data);
            case "VP8L" -> lossless(file, data);
            case "VP8 " -> lossy(file, data);
            default -> throw new DamagedException("The file has no WebP header.");
        };
    }

    /** The content of the first chunk of a name. */
    static Optional<Bytes> chunk(Bytes file, String name) throws IOException {
        try {
            long at = FIRST_CHUNK;
            for (int i = 0; i < MOST_CHUNKS; i++) {
                long length = file.u32(at + 4, LITTLE_ENDIAN);
                if (file.has(at, name)) {
                    return Optional.of(file.part(at + CHUNK_FRAME, length));
                }
                at += CHUNK_FRAME + length + length % 2;
            }
        } catch (DamagedException e) {
            // The end of the file, in order or not, is the end of the chunks.
        }
        return Optional.empty();
    }

    private static Header extended(Bytes file, long data) throws IOException, DamagedException {
        long width = 1 + (file.u32(data + 4, LITTLE_ENDIAN) & 0xFFFFFF);
        long height = 1 + (file.u32(data + 6, LITTLE_ENDIAN) >> 8);
        Optional<Bytes> exif = chunk(file, "EXIF");
        int decoderPixel = chunk(file, "VP8L").isPresent() ? LOSSLESS_PIXEL : LOSSY_PIXEL;
        return header(width, height, exif.isPresent() ? Exif.of(exif.get()) : Exif.NONE, decoderPixel);
    }

    private static Header lossless(Bytes file, long data) throws IOException, DamagedException {
        if (file.u8(data) != LOSSLESS_SIGNATURE) {
            throw new DamagedException("The file has no WebP header.");
        }
        long sides = file.u32(data + 1, LITTLE_ENDIAN);
        return header(1 + (sides & SIDE_BITS), 1 + ((sides >> 14) & SIDE_BITS), Exif.NONE, LOSSLESS_PIXEL);
    }

    private static Header lossy(Bytes file, long data) throws IOException, DamagedException {
        if (!file.has(data + 3, "\u009d\u0001*")) {
            throw new DamagedException("The file has no WebP header.");
        }
        long width = file.u16(data + 6, LITTLE_ENDIAN) & SIDE_BITS;
        long height = file.u16(data + 8, LITTLE_ENDIAN) & SIDE_BITS;
        return header(width, height, Exif.NONE, LOSSY_PIXEL);
    }

    private static Header header(long width, long height, Exif exif, int decoderPixel) {
        long decoder = Header.LITTLE + decoderPixel * Header.product(width, height);
        return new Header(width, height, exif, decoder, PIXEL);
    }
}
