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
        /** Copies the attributes. */
        public Ok {
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
        @Override
        public Line toLine() {
            return new Line("ready", name, OptionalLong.empty(), Map.of("offset", Long.toString(offset)));
        }
    }

    /**
     * The request was refused.
     *
     * @param name the name that the request was about, cut to {@link Limits#NAME_BYTES}
     * @param code why, as it stands on the wire: a newer server may know codes that {@link ErrorCode} does not
     * @param message one English sentence for a person, cut to 600 bytes
     * @param suggestion a name that would have worked, where there is one
     */
    record Refusal(Optional<String> name, String code, String message, Optional<String> suggestion) implements Reply {
        private static final int MESSAGE_BYTES = 600;

        /** Cuts what could make the line too long. */
        public Refusal {
            name = name.map(text -> NameRules.cut(text, Limits.NAME_BYTES));
            message = NameRules.cut(message, MESSAGE_BYTES);
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
