package org.wirephoto.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
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
 * @param saved when the image was saved, cut to milliseconds
 * @param id names this one image for good; opaque, never used again
 * @param taken the camera's time, which has no zone, where the camera gave one; cut to milliseconds
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
        Optional<LocalDateTime> taken,
        Optional<String> sender) {

    private static final DateTimeFormatter SAVED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TAKEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    /**
     * Checks the sizes and cuts the times to milliseconds.
     *
     * @throws IllegalArgumentException if a size is not above 0
     */
    public ImageAttributes {
        if (filesize <= 0 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException("filesize " + filesize + ", width " + width + ", height " + height);
        }
        saved = saved.truncatedTo(ChronoUnit.MILLIS);
        taken = taken.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
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
        taken.ifPresent(time -> map.put("taken", TAKEN.format(time)));
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
                    ImageType.ofMediaType(map.getOrDefault("type", "")).orElseThrow(IllegalArgumentException::new),
                    Integer.parseInt(map.getOrDefault("width", "")),
                    Integer.parseInt(map.getOrDefault("height", "")),
                    new Digest(map.getOrDefault("sha256", "")),
                    parseTime(map.getOrDefault("saved", "")),
                    Optional.ofNullable(map.get("id")).orElseThrow(IllegalArgumentException::new),
                    Optional.ofNullable(map.get("taken")).map(LocalDateTime::parse),
                    Optional.ofNullable(map.get("sender"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty(); // a peer's line: whoever reads it decides what a broken one means
        }
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
}
