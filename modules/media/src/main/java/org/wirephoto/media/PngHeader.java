package org.wirephoto.media;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;
import java.util.Optional;

/** Reads the chunks of a PNG file. */
final class PngHeader {
    private static final int SIGNATURE = 8;
    private static final int CHUNK_FRAME = 12;
    private static final int HEADER_DATA = SIGNATURE + 8;
    private static final int MOST_CHUNKS = 500_000;

    private PngHeader() {}

    static Header read(Bytes file) throws IOException, DamagedException {
        if (!file.has(SIGNATURE + 4L, "IHDR")) {
            throw new DamagedException("The file does not begin with a PNG header.");
        }
        long width = file.u32(HEADER_DATA, BIG_ENDIAN);
        long height = file.u32(HEADER_DATA + 4L, BIG_ENDIAN);
        int bits = file.u8(HEADER_DATA + 8L);
        int samples = switch (file.u8(HEADER_DATA + 9L)) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        Optional<Bytes> exif = chunk(file, "eXIf");
        return new Header(
                width, height, exif.isPresent() ? Exif.of(exif.get()) : Exif.NONE, samples * Math.ceilDiv(bits, 8));
    }

    /** The content of the first chunk of a name, wherever in the file it lies. */
    static Optional<Bytes> chunk(Bytes file, String name) throws IOException {
        try {
            long at = SIGNATURE;
            for (int i = 0; i < MOST_CHUNKS; i++) {
                long length = file.u32(at, BIG_ENDIAN);
                if (file.has(at + 4, name)) {
                    return Optional.of(file.part(at + 8, length));
                }
                at += CHUNK_FRAME + length;
            }
        } catch (DamagedException e) {
            // The end of the file, in order or not, is the end of the chunks.
        }
        return Optional.empty();
    }
}
