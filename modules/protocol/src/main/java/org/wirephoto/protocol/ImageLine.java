package org.wirephoto.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One image in the body of a {@code list} reply.
 *
 * @param name the image's name, as it is stored
 * @param attributes what it is
 * @param deleted when it went to the trash, cut to milliseconds; empty for a live image
 */
public record ImageLine(String name, ImageAttributes attributes, Optional<Instant> deleted) {
    private static final String COMMAND = "image";
    private static final String DELETED = "deleted";

    /**
     * Checks the name and cuts the time to milliseconds.
     *
     * @throws IllegalArgumentException if there is nothing in the name, or if the time's year has no four digits
     */
    public ImageLine {
        checkName(name);
        deleted = deleted.map(ImageAttributes::wireTime);
    }

    /** A line about a live image. */
    public ImageLine(String name, ImageAttributes attributes) {
        this(name, attributes, Optional.empty());
    }

    static void checkName(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an image without a name");
        }
    }

    /** This image as a line, in the form that {@link #parse} reads. */
    public Line toLine() {
        Map<String, String> map = new LinkedHashMap<>(attributes.toMap());
        deleted.ifPresent(time -> map.put(DELETED, ImageAttributes.formatTime(time)));
        return new Line(COMMAND, Optional.of(name), OptionalLong.of(attributes.filesize()), map);
    }

    /**
     * Reads a line of a list, or gives empty where it is no image's or lacks what it must have.
     *
     * @param line a line that a server sent
     */
    public static Optional<ImageLine> parse(Line line) {
        if (!line.command().equals(COMMAND)) {
            return Optional.empty();
        }
        Optional<Instant> deleted = line.attribute(DELETED).flatMap(ImageAttributes::readTime);
        if (line.attribute(DELETED).isPresent() && deleted.isEmpty()) {
            return Optional.empty();
        }
        return line.name()
                .flatMap(name -> ImageAttributes.parse(line.filesize().orElse(0), line.attributes())
                        .map(attributes -> new ImageLine(name, attributes, deleted)));
    }
}
