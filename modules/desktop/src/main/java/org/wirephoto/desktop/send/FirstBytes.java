package org.wirephoto.desktop.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.wirephoto.protocol.ImageType;

/**
 * Guesses from its first bytes whether a server will take a file, and as what, so that a person hears of most mistakes
 * before anything is sent. The server looks closer.
 */
final class FirstBytes {
    static final int LENGTH = 32;

    private static final int BOX_NAME = 4;
    private static final int BRAND = 8;
    private static final int BMP_HEADER_SIZE = 14;
    private static final Set<Integer> BMP_HEADER_SIZES = Set.of(12, 16, 40, 52, 56, 64, 108, 124);
    private static final Set<String> HEVC = Set.of("heic", "heix", "heim", "heis");
    private static final Set<String> OTHER_STILLS = Set.of("mif1", "mif2", "avci", "vvic", "j2ki", "jpeg", "heif");

    private final String text;

    private FirstBytes(byte[] bytes) {
        text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** What a file seems to be, or empty where it is no image that a server takes. */
    static Optional<ImageType> typeOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return typeOf(in.readNBytes(LENGTH));
        }
    }

    static Optional<ImageType> typeOf(byte[] bytes) {
        return new FirstBytes(bytes).type();
    }

    private Optional<ImageType> type() {
        if (has(0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(ImageType.PNG);
        }
        if (has(0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(ImageType.JPEG);
        }
        if (has(0, "GIF87a") || has(0, "GIF89a")) {
            return Optional.of(ImageType.GIF);
        }
        if (has(0, "RIFF") && has(BRAND, "WEBP")) {
            return Optional.of(ImageType.WEBP);
        }
        return has(BOX_NAME, "ftyp") ? branded() : older();
    }

    private Optional<ImageType> older() {
        if (has(0, "BM")
                && text.length() > BMP_HEADER_SIZE
                && BMP_HEADER_SIZES.contains((int) text.charAt(BMP_HEADER_SIZE))) {
            return Optional.of(ImageType.BMP);
        }
        boolean tiff = has(0, "II*\0") || has(0, "MM\0*") || has(0, "II+\0") || has(0, "MM\0+");
        boolean raw = has(BRAND, "CR\2");
        return tiff && !raw ? Optional.of(ImageType.TIFF) : Optional.empty();
    }

    private Optional<ImageType> branded() {
        String brand = text.length() < BRAND + BOX_NAME ? "" : text.substring(BRAND, BRAND + BOX_NAME);
        if (brand.equals("avif")) {
            return Optional.of(ImageType.AVIF);
        }
        if (HEVC.contains(brand)) {
            return Optional.of(ImageType.HEIC);
        }
        return OTHER_STILLS.contains(brand) ? Optional.of(ImageType.HEIF) : Optional.empty();
    }

    private boolean has(int at, String wanted) {
        return text.startsWith(wanted, at);
    }
}
