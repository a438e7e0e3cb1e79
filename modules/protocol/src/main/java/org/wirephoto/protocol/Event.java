package org.wirephoto.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A line that a watching client is sent. */
public sealed interface Event {
    /** This event as a line, in the form that {@link #parse} reads. */
    Line toLine();

    /**
     * Reads an event, or gives empty where the line is none that this version knows: such a line is skipped.
     *
     * @param line a line that a server sent
     */
    static Optional<Event> parse(Line line) {
        Optional<String> seq = line.attribute("seq");
        return switch (line.command()) {
            case "alive" -> Optional.of(new Alive());
            case "reset" -> seq.map(Reset::new);
            case "deleted" -> line.name().flatMap(name -> seq.map(token -> new Deleted(name, token)));
            case "saved" ->
                image(line).flatMap(image -> seq.map(token -> new Saved(image.name(), image.attributes(), token)));
            case "renamed" ->
                image(line)
                        .flatMap(image -> line.attribute("to")
                                .flatMap(to ->
                                        seq.map(token -> new Renamed(image.name(), to, image.attributes(), token))));
            default -> Optional.empty();
        };
    }

    private static Optional<ImageLine> image(Line line) {
        return line.name()
                .flatMap(name -> ImageAttributes.parse(line.filesize().orElse(0), line.attributes())
                        .map(attributes -> new ImageLine(name, attributes)));
    }

    private static Line line(String command, String name, ImageAttributes attributes, Map<String, String> first) {
        Map<String, String> all = new LinkedHashMap<>(first);
        all.putAll(attributes.toMap());
        return new Line(command, Optional.of(name), OptionalLong.of(attributes.filesize()), all);
    }

    /**
     * An image was saved, replaced or restored.
     *
     * @param name its name, as it is stored
     * @param attributes what it is
     * @param seq the event's token
     */
    record Saved(String name, ImageAttributes attributes, String seq) implements Event {
        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if there is nothing in it
         */
        public Saved {
            ImageLine.checkName(name);
        }

        @Override
        public Line toLine() {
            return line("saved", name, attributes, Map.of("seq", seq));
        }
    }

    /**
     * An image was moved to the trash, or removed for good while it was live.
     *
     * @param name the name that it had
     * @param seq the event's token
     */
    record Deleted(String name, String seq) implements Event {
        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if there is nothing in it
         */
        public Deleted {
            ImageLine.checkName(name);
        }

        @Override
        public Line toLine() {
            return new Line("deleted", Optional.of(name), OptionalLong.empty(), Map.of("seq", seq));
        }
    }

    /**
     * An image was given another name.
     *
     * @param name the name that it had
     * @param to the name that it has now
     * @param attributes what it is
     * @param seq the event's token
     */
    record Renamed(String name, String to, ImageAttributes attributes, String seq) implements Event {
        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if there is nothing in it
         */
        public Renamed {
            ImageLine.checkName(name);
        }

        @Override
        public Line toLine() {
            Map<String, String> first = new LinkedHashMap<>();
            first.put("seq", seq);
            first.put("to", to);
            return line("renamed", name, attributes, first);
        }
    }

    /** Nothing happened, and the server is still there. */
    record Alive() implements Event {
        @Override
        public Line toLine() {
            return new Line("alive", Optional.empty(), OptionalLong.empty(), Map.of());
        }
    }

    /**
     * What happened can't be told one by one: list afresh.
     *
     * @param seq the token to go on from
     */
    record Reset(String seq) implements Event {
        @Override
        public Line toLine() {
            return new Line("reset", Optional.empty(), OptionalLong.empty(), Map.of("seq", seq));
        }
    }
}
