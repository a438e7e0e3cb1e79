package org.wirephoto.media;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.protocol.CameraTime;

/** What a camera noted beside the pixels. Damage in it is no damage of the image: it then counts as absent. */
record Exif(Orientation orientation, Optional<CameraTime> taken) {
    static final Exif NONE = new Exif(Orientation.UPRIGHT, Optional.empty());

    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int TAKEN = 0x9003;
    private static final int TAKEN_FRACTION = 0x9291;
    private static final int TAKEN_ZONE = 0x9011;
    private static final int TIME_LENGTH = 19;
    private static final int ZONE_LENGTH = 6;
    private static final int LAST_YEAR = 9999;
    private static final int MILLI_DIGITS = 3;
    private static final int FRACTION_LENGTH = 16;
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    /** Reads EXIF data, which has the form of a TIFF file; some writers put its JPEG prefix in front. */
    static Exif of(Bytes data) throws IOException {
        try {
            Bytes tiff = data.has(0, "Exif\0\0") ? data.part(6, data.length()) : data;
            return of(TiffDirectory.first(tiff));
        } catch (DamagedException e) {
            return NONE;
        }
    }

    /** Reads what the first directory of a TIFF file or of EXIF data, and the one that it points to, have. */
    static Exif of(TiffDirectory first) throws IOException {
        Orientation orientation = Orientation.UPRIGHT;
        try {
            orientation = Orientation.of(first.number(ORIENTATION).orElse(1));
            OptionalLong deeper = first.number(EXIF_DIRECTORY);
            return new Exif(orientation, deeper.isPresent() ? taken(first.at(deeper.getAsLong())) : Optional.empty());
        } catch (DamagedException e) {
            return new Exif(orientation, Optional.empty());
        }
    }

    /** The same without the orientation, for files that say how they lie by other means. */
    Exif withoutOrientation() {
        return new Exif(Orientation.UPRIGHT, taken);
    }

    private static Optional<CameraTime> taken(TiffDirectory directory) throws IOException, DamagedException {
        Optional<String> time = directory.text(TAKEN, TIME_LENGTH);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        String fraction = directory.text(TAKEN_FRACTION, FRACTION_LENGTH).orElse("");
        Optional<ZoneOffset> zone = zone(directory.text(TAKEN_ZONE, ZONE_LENGTH).orElse(""));
        try {
            LocalDateTime local = LocalDateTime.parse(time.get(), TIME).plusNanos(nanos(fraction));
            if (local.getYear() < 1 || local.getYear() >= LAST_YEAR) {
                return Optional.empty();
            }
            return Optional.of(zone.isPresent() ? CameraTime.at(local.toInstant(zone.get())) : CameraTime.local(local));
        } catch (DateTimeException e) {
            // Cameras whose clock was never set write zeros or blanks.
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> zone(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(ZoneOffset.of(text.strip()));
        } catch (DateTimeException e) {
            // Such a camera's time counts as one without a zone.
            return Optional.empty();
        }
    }

    private static long nanos(String fraction) {
        String digits = fraction.strip();
        if (digits.isEmpty() || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return 0;
        }
        return Long.parseLong((digits + "000").substring(0, MILLI_DIGITS)) * NANOS_A_MILLI;
    }
}
