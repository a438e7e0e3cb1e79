package org.wirephoto.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server tells of an image besides its name: the attributes of replies, {@code image} lines and events.
 *
 * @param filesize the image's size in bytes, more than 0
 * @param type what the image is, by its content
 * @param width pixels across as displayed (orientation applied), more than 0
 * @param height pixels down as displayed (orientation applied), more than 0
 * @param digest the SHA-256 of the image's bytes
 * @param saved when the image was saved, cut to milliseconds, in the years 0 to 9999
 * @param id names this one image for good; opaque, never used again
 * @param taken the camera's time, where the camera gave one
 * @param sender the label of the key that saved the image, where there is one
 */
public record ImageAttributes(
        long filesize,
        ImageType type,
        int width,
        int height,
        Digest digest,
        Instant saved,
        String id,
        Optional<CameraTime> taken,
        Optional<String> sender) {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final DateTimeFormatter SAVED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /**
     * Checks the sizes and cuts the time to milliseconds.
     *
     * @throws IllegalArgumentException if a size is not above 0, or if the time's year has no four digits
     */
    public ImageAttributes {
        if (filesize <= 0 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException("filesize " + filesize + ", width " + width + ", height " + height);
        }
        saved = wireTime(saved);
    }

    /** These attributes as they stand in a line whose third field has the filesize. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("type", type.mediaType());
        map.put("width", Integer.toString(width));
        map.put("height", Integer.toString(height));
        map.put("sha256", digest.hex());
        map.put("saved", formatTime(saved));
        map.put("id", id);
        taken.ifPresent(time -> map.put("taken", time.text()));
        sender.ifPresent(label -> map.put("sender", label));
        return map;
    }

    /** These attributes as they stand in a reply, where {@code filesize} is one of them. */
    public Map<String, String> toReplyMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("filesize", Long.toString(filesize));
        map.putAll(toMap());
        return map;
    }

    /** Reads the attributes of a line, or gives empty where one is missing or makes no sense. */
    public static Optional<ImageAttributes> parse(long filesize, Map<String, String> map) {
        try {
            return Optional.of(new ImageAttributes(
                    filesize,
                    needed(ImageType.ofMediaType(map.getOrDefault("type", ""))),
                    pixels(map.getOrDefault("width", "")),
                    pixels(map.getOrDefault("height", "")),
                    needed(Digest.parse(map.getOrDefault("sha256", ""))),
                    needed(readTime(map.getOrDefault("saved", ""))),
                    needed(Optional.ofNullable(map.get("id"))),
                    Optional.ofNullable(map.get("taken")).map(text -> needed(CameraTime.parse(text))),
                    Optional.ofNullable(map.get("sender"))));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty(); // a peer's line: whoever reads it decides what a broken one means
        }
    }

    private static int pixels(String text) {
        return Math.toIntExact(LineParser.parseCount(text).orElse(0));
    }

    private static <T> T needed(Optional<T> value) {
        return value.orElseThrow(IllegalArgumentException::new);
    }

    /** A time as the wire has it: RFC 3339, UTC, milliseconds. */
    public static String formatTime(Instant time) {
        return SAVED.format(time);
    }

    /**
     * Reads a time of RFC 3339.
     *
     * @throws DateTimeException if {@code text} is not one
     */
    public static Instant parseTime(String text) {
        return Instant.parse(text);
    }

    static Optional<Instant> readTime(String text) {
        try {
            return Optional.of(wireTime(parseTime(text)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // a peer's text: whoever reads it decides what a broken one means
        }
    }

    static Instant wireTime(Instant time) {
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new IllegalArgumentException("a time whose year has no four digits: " + time);
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
