package org.wirephoto.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.PeerText;

/** How numbers, times and other people's text are written for a person: always in English, never in a locale's form. */
final class Wording {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int LONGEST_TEXT = 600;

    private Wording() {}

    /** A size as people write it, in powers of a thousand: {@code 48.2 kB}. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.5) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 99.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    /** A rate, such as {@code 3.4 MB/s}. */
    static String rate(double bytesPerSecond) {
        return size(Math.round(bytesPerSecond)).replace("bytes", "B").replace("byte", "B") + "/s";
    }

    /** A time to wait, such as {@code 0:04} or {@code 1:02:03}. */
    static String clock(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** A time that something took, such as {@code 3.2 s} or {@code 0.8 ms}. */
    static String took(Duration time) {
        double millis = time.toNanos() / 1e6;
        if (millis >= 999.5) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000);
        }
        return String.format(Locale.ROOT, millis < 9.95 ? "%.1f ms" : "%.0f ms", millis);
    }

    /** A moment as this place's clocks show it, to the minute. */
    static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }

    /** A camera's time, to the minute: as its clock showed it where nobody knows its zone. */
    static String minute(CameraTime time, ZoneId zone) {
        return time.utc() ? minute(time.time().toInstant(ZoneOffset.UTC), zone) : MINUTE.format(time.time());
    }

    /** A moment of today as this place's clocks show it, to the second. */
    static String second(Instant time, ZoneId zone) {
        return SECOND.format(time.atZone(zone));
    }

    /** A type as people call it, such as {@code PNG}. */
    static String type(ImageType type) {
        return switch (type) {
            case WEBP -> "WebP";
            case PNG, JPEG, GIF, BMP, TIFF, AVIF, HEIC, HEIF -> type.name();
        };
    }

    /** A type with its article, such as {@code a PNG} or {@code an AVIF}. */
    static String aType(ImageType type) {
        return type == ImageType.AVIF ? "an AVIF" : "a " + type(type);
    }

    /** A count and its noun, such as {@code 1 image} or {@code 12 images}. */
    static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** Text that a server or a file gave, made safe for a terminal. */
    static String safe(String text) {
        return PeerText.safe(text, LONGEST_TEXT);
    }
}
