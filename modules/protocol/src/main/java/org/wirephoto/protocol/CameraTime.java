package org.wirephoto.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * When a camera says that it took an image: a point in time where it gave its zone, else what its clock showed.
 *
 * @param time the date and the time of day, cut to milliseconds, in the years 0 to 9999
 * @param utc whether {@code time} is UTC; where it is not, nobody knows the zone
 */
public record CameraTime(LocalDateTime time, boolean utc) {
    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    /**
     * Cuts the time to milliseconds.
     *
     * @throws IllegalArgumentException if the year has no four digits: RFC 3339 can't say it
     */
    public CameraTime {
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("a camera's time in the year " + time.getYear());
        }
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The time of a camera that gave no zone. */
    public static CameraTime local(LocalDateTime time) {
        return new CameraTime(time, false);
    }

    /** The time of a camera that gave its zone. */
    public static CameraTime at(Instant time) {
        return new CameraTime(LocalDateTime.ofInstant(time, ZoneOffset.UTC), true);
    }

    /** This time as the wire has it: RFC 3339 with milliseconds, and with a {@code Z} only where it is UTC. */
    public String text() {
        return LOCAL.format(time) + (utc ? "Z" : "");
    }

    /** Reads a time with or without a zone, or gives empty where {@code text} is neither. */
    public static Optional<CameraTime> parse(String text) {
        try {
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    read instanceof OffsetDateTime zoned ? at(zoned.toInstant()) : local(LocalDateTime.from(read)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // a peer's text: whoever reads it decides what a broken one means
        }
    }
}
