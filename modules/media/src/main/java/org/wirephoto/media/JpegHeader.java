package org.wirephoto.media;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;
import java.util.Optional;

/** Reads the segments of a JPEG file, up to its first scan. */
final class JpegHeader {
    private static final int MARKER = 0xFF;
    private static final int APP1 = 0xE1;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF_PREFIX = 6;

    private final Bytes file;
    private Optional<Frame> frame = Optional.empty();
    private Optional<Exif> exif = Optional.empty();

    private JpegHeader(Bytes file) {
        this.file = file;
    }

    /** The segment that has the size. */
    private record Frame(long width, long height, int components, boolean progressive, long coefficients) {}

    static Header read(Bytes file) throws IOException, DamagedException {
        JpegHeader header = new JpegHeader(file);
        try {
            header.segments();
        } catch (DamagedException e) {
            if (header.frame.isEmpty()) {
                throw e;
            }
            // The size is known; what camera data there is has been seen.
        }
        Frame frame = header.frame.orElseThrow(() -> new DamagedException("The file has no JPEG frame."));
        long decoder = Header.LITTLE + (frame.progressive() ? 2 * frame.coefficients() : 0);
        int pixelBytes = frame.components() == 4 ? 8 : Math.max(1, frame.components());
        return new Header(frame.width(), frame.height(), header.exif.orElse(Exif.NONE), decoder, pixelBytes);
    }

    private void segments() throws IOException, DamagedException {
        long at = 2;
        int marker = 0;
        while (marker != START_OF_SCAN && marker != END_OF_IMAGE) {
            at = afterMarker(at);
            marker = file.u8(at - 1);
            if (hasLength(marker)) {
                int length = file.u16(at, BIG_ENDIAN);
                look(marker, at + 2, length - 2L);
                at += Math.max(2, length);
            }
        }
    }

    /** Where a segment goes on behind its marker; what stands between segments is skipped. */
    private long afterMarker(long from) throws IOException, DamagedException {
        long at = from;
        while (file.u8(at) != MARKER || !isMarker(file.u8(at + 1))) {
            at++;
        }
        return at + 2;
    }

    private void look(int marker, long at, long length) throws IOException, DamagedException {
        if (isFrame(marker) && frame.isEmpty()) {
            frame = Optional.of(frame(marker, at));
        }
        if (marker == APP1 && exif.isEmpty() && file.has(at, "Exif\0")) {
            exif = Optional.of(Exif.of(file.part(at + EXIF_PREFIX, length - EXIF_PREFIX)));
        }
    }

    private Frame frame(int marker, long at) throws IOException, DamagedException {
        long height = file.u16(at + 1, BIG_ENDIAN);
        long width = file.u16(at + 3, BIG_ENDIAN);
        int components = file.u8(at + 5);
        boolean progressive = (marker & 3) == 2;
        return new Frame(width, height, components, progressive, coefficients(at, width * height, components));
    }

    /** How many numbers a decoder keeps that can't go on before it has read all scans. */
    private long coefficients(long at, long pixels, int components) throws IOException, DamagedException {
        long sum = 0;
        long most = 1;
        for (int i = 0; i < components; i++) {
            int sampling = file.u8(at + 7 + 3L * i);
            int share = Math.max(1, (sampling >> 4) * (sampling & 15));
            sum += share;
            most = Math.max(most, share);
        }
        return pixels * sum / most;
    }

    private static boolean isMarker(int code) {
        return code != 0 && code != MARKER;
    }

    private static boolean hasLength(int marker) {
        boolean restart = marker >= 0xD0 && marker <= 0xD8;
        return !restart && marker != END_OF_IMAGE && marker != 0x01;
    }

    /** Start of frame, of whatever coding: all of C0 to CF but the tables and the extension among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
