package org.wirephoto.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a server answers to a request. */
public sealed interface Reply {
    /** This reply as a line, in the form that {@link #parse} reads. */
    Line toLine();

    /**
     * Reads a reply, or gives empty where the line is none or lacks what it must have.
     *
     * @param line a line that a server sent
     */
    static Optional<Reply> parse(Line line) {
        return switch (line.command()) {
            case "ok" -> Optional.of(new Ok(line.name(), line.filesize(), line.attributes()));
            case "ready" ->
                line.attribute("offset")
                        .flatMap(text ->
                                LineParser.parseCount(text).stream().boxed().findFirst())
                        .map(offset -> new Ready(line.name(), offset));
            case "error" ->
                line.attribute("code")
                        .map(code -> new Refusal(
                                line.name(), code, line.attribute("message").orElse(""), line.attribute("suggestion")));
            default -> Optional.empty();
        };
    }

    /**
     * The request was granted.
     *
     * @param name the image's name, as it is stored
     * @param bodySize how many bytes follow the line; empty where there is no body
     * @param attributes what else there is to tell, in this order
     */
    record Ok(Optional<String> name, OptionalLong bodySize, Map<String, String> attributes) implements Reply {
        /**
         * Copies the attributes; a name with nothing in it is absent.
         *
         * @throws IllegalArgumentException if the body's size is negative
         */
        public Ok {
            name = name.filter(text -> !text.isEmpty());
            if (bodySize.orElse(0) < 0) {
                throw new IllegalArgumentException("a body of " + bodySize.getAsLong());
            }
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        /** The value of an attribute, or empty where the reply has none of that key. */
        public Optional<String> attribute(String key) {
            return Optional.ofNullable(attributes.get(key));
        }

        @Override
        public Line toLine() {
            return new Line("ok", name, bodySize, attributes);
        }
    }

    /**
     * The server waits for the image's bytes.
     *
     * @param name the image's name, as it will be stored
     * @param offset how many of its bytes the server has already
     */
    record Ready(Optional<String> name, long offset) implements Reply {
        /**
         * Checks the offset; a name with nothing in it is absent.
         *
         * @throws IllegalArgumentException if the offset is negative
         */
        public Ready {
            name = name.filter(text -> !text.isEmpty());
            if (offset < 0) {
                throw new IllegalArgumentException("offset " + offset);
            }
        }

        @Override
        public Line toLine() {
            return new Line("ready", name, OptionalLong.empty(), Map.of("offset", Long.toString(offset)));
        }
    }

    /**
     * The request was refused. Whatever it is about, its line is never too long to be sent.
     *
     * @param name the name that the request was about, cut to {@link Limits#NAME_BYTES}
     * @param code why, as it stands on the wire: a newer server may know codes that {@link ErrorCode} does not; cut
     *     to 64 bytes
     * @param message one English sentence for a person, cut to 600 bytes
     * @param suggestion a name that would have worked, where there is one; one that is longer than
     *     {@link Limits#NAME_BYTES} can't be a name and is left out
     */
    record Refusal(Optional<String> name, String code, String message, Optional<String> suggestion) implements Reply {
        private static final int CODE_BYTES = 64;
        private static final int MESSAGE_BYTES = 600;

        /** Cuts what could make the line too long, and replaces what UTF-8 can't say. */
        public Refusal {
            name = name.map(text -> fit(text, Limits.NAME_BYTES)).filter(text -> !text.isEmpty());
            code = fit(code, CODE_BYTES);
            message = fit(message, MESSAGE_BYTES);
            suggestion = suggestion.filter(text -> fit(text, Limits.NAME_BYTES).equals(text));
        }

        private static String fit(String text, int bytes) {
            return Utf8.cut(Utf8.repair(text), bytes);
        }

        /** The code, or empty where this version knows none such. */
        public Optional<ErrorCode> errorCode() {
            return ErrorCode.of(code);
        }

        @Override
        public Line toLine() {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("code", code);
            attributes.put("message", message);
            suggestion.ifPresent(text -> attributes.put("suggestion", text));
            return new Line("error", name, OptionalLong.empty(), attributes);
        }
    }
}
