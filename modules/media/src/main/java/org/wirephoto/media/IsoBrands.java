package org.wirephoto.media;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirephoto.protocol.ImageType;

/**
 * The brands at the head of an ISO media file. The major brand decides, as it does for decoders: a file may hold a
 * still image and a sequence too, and the major brand says which of them it is meant as. Where that names neither, a
 * compatible brand does, unless one of them is of a sequence.
 */
final class IsoBrands {
    private static final int BRAND = 4;
    private static final int FIRST = 8;
    private static final int COMPATIBLE = 16;
    private static final int MOST = 256;
    private static final Set<String> SEQUENCES =
            Set.of("avis", "hevc", "hevx", "hevm", "hevs", "msf1", "avcs", "vvis", "j2is", "evbs", "jpgs");
    private static final Set<String> HEVC = Set.of("heic", "heix", "heim", "heis");
    private static final Set<String> OTHER_CODINGS =
            Set.of("mif1", "mif2", "avci", "vvic", "j2ki", "jpeg", "evbi", "heif");

    private IsoBrands() {}

    /** What the brands of a file say, or empty where it is no ISO media file. */
    static Optional<TypeVerdict> read(Bytes head) throws IOException {
        try {
            if (!head.has(BRAND, "ftyp")) {
                return Optional.empty();
            }
            return Optional.of(verdict(brands(head)));
        } catch (DamagedException e) {
            return Optional.empty();
        }
    }

    private static List<String> brands(Bytes head) throws IOException, DamagedException {
        List<String> brands = new ArrayList<>();
        brands.add(head.text(FIRST, BRAND));
        long end = Math.min(head.u32(0, BIG_ENDIAN), head.length());
        for (long at = COMPATIBLE; at + BRAND <= end && brands.size() < MOST; at += BRAND) {
            brands.add(head.text(at, BRAND));
        }
        return brands;
    }

    private static TypeVerdict verdict(List<String> brands) {
        String major = brands.getFirst();
        boolean still = HEVC.contains(major) || OTHER_CODINGS.contains(major) || major.equals("avif");
        if (SEQUENCES.contains(major) || (!still && brands.stream().anyMatch(SEQUENCES::contains))) {
            return new TypeVerdict.Unsupported("a sequence of images");
        }
        if (major.startsWith("crx")) {
            return new TypeVerdict.Unsupported(RawSigns.FOUND);
        }
        // The general brands say nothing of the coding: a special one beside them does.
        List<String> special = still && !OTHER_CODINGS.contains(major) ? List.of(major) : brands;
        if (special.contains("avif")) {
            return new TypeVerdict.Accepted(ImageType.AVIF);
        }
        if (special.stream().anyMatch(HEVC::contains)) {
            return new TypeVerdict.Accepted(ImageType.HEIC);
        }
        return special.stream().anyMatch(OTHER_CODINGS::contains)
                ? new TypeVerdict.Accepted(ImageType.HEIF)
                : new TypeVerdict.Unsupported("a video");
    }
}
