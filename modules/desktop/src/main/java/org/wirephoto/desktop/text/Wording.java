package org.wirephoto.desktop.text;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.PeerText;

/** How numbers, times and other people's text are written in the language of a {@link Texts}. Never changes. */
public final class Wording {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};
    private static final int THOUSAND = 1000;
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final double NEARLY = 999.5;
    private static final double TWO_DIGITS = 99.95;
    private static final int LONGEST_TEXT = 300;

    private final Texts texts;
    private final ZoneId zone;
    private final DateTimeFormatter minute;

    /** Writes for the language of {@code texts} and the clocks of {@code zone}. */
    public Wording(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        this.minute = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale());
    }

    /** A size in powers of a thousand, such as {@code 48.2 kB}. */
    public String size(long bytes) {
        if (bytes < THOUSAND) {
            return texts.text("size.bytes", bytes);
        }
        double value = bytes / (double) THOUSAND;
        int unit = 0;
        while (value >= NEARLY) {
            value /= THOUSAND;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        int digits = value < TWO_DIGITS ? 1 : 0;
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value) + "\u00a0" + UNITS[unit];
    }

    /** A whole number with its groups apart, such as {@code 100,000}. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(texts.locale()).format(number);
    }

    /** A time that something took, such as {@code 0.8 ms} or {@code 5.0 s}. */
    public String took(Duration time) {
        double millis = time.toNanos() / (double) NANOS_A_MILLI;
        boolean seconds = millis >= NEARLY;
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(seconds ? millis / THOUSAND : millis) + "\u00a0" + (seconds ? "s" : "ms");
    }

    /** A moment as this place's clocks show it, to the minute. */
    public String minute(Instant time) {
        return minute.format(time.atZone(zone));
    }

    /** A camera's time, to the minute: as its clock showed it where nobody knows its zone. */
    public String minute(CameraTime time) {
        return time.utc() ? minute(time.time().toInstant(ZoneOffset.UTC)) : minute.format(time.time());
    }

    /** Width and height, such as {@code 800 × 600}. */
    public String pixels(int width, int height) {
        return count(width) + " \u00d7 " + count(height);
    }

    /** A type as people call it, such as {@code PNG}. */
    public static String type(ImageType type) {
        return switch (type) {
            case WEBP -> "WebP";
            case PNG, JPEG, GIF, BMP, TIFF, AVIF, HEIC, HEIF -> type.name();
        };
    }

    /** Text that a server or another person gave, cut and without what would disturb the line. */
    public static String safe(String text) {
        return PeerText.safe(text, LONGEST_TEXT);
    }
}
