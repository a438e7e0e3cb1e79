package org.wirephoto.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.protocol.CameraTime;
import org.wirephoto.protocol.ImageAttributes;

/** Writes JSON, an object to a line; the fields are called as in the protocol. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** The fields of an object. */
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** One object in one line, with all characters escaped that a terminal might obey or a person could not see. */
    static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter never fails
        }
        return escapeInvisible(text.toString());
    }

    static String image(RemoteImage image) {
        return object(json -> imageFields(json, image));
    }

    static void imageFields(JsonGenerator json, RemoteImage image) throws IOException {
        json.writeStringField("name", image.name().text());
        attributeFields(json, image);
    }

    static void attributeFields(JsonGenerator json, RemoteImage image) throws IOException {
        ImageAttributes attributes = image.attributes();
        json.writeNumberField("filesize", attributes.filesize());
        json.writeStringField("type", attributes.type().mediaType());
        json.writeNumberField("width", attributes.width());
        json.writeNumberField("height", attributes.height());
        json.writeStringField("sha256", attributes.digest().hex());
        json.writeStringField("saved", ImageAttributes.formatTime(attributes.saved()));
        json.writeStringField("id", attributes.id());
        optional(json, "taken", attributes.taken().map(CameraTime::text));
        optional(json, "sender", attributes.sender());
        optional(json, "deleted", image.deleted().map(ImageAttributes::formatTime));
    }

    /** What did not work, and with what. */
    static String error(Optional<String> subject, Failure failure) {
        return object(json -> {
            optional(json, "subject", subject);
            errorField(json, failure);
        });
    }

    static void errorField(JsonGenerator json, Failure failure) throws IOException {
        json.writeObjectFieldStart("error");
        json.writeStringField("code", failure.code());
        json.writeStringField("message", failure.sentence());
        optional(json, "suggestion", failure.suggestion());
        json.writeEndObject();
    }

    static void optional(JsonGenerator json, String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(field, value.get());
        }
    }

    /** Outside of strings JSON is plain ASCII, so whatever is found here stands inside of one. */
    private static String escapeInvisible(String json) {
        if (json.codePoints().noneMatch(Json::isInvisible)) {
            return json;
        }
        return json.codePoints()
                .mapToObj(Character::toString)
                .map(shown -> isInvisible(shown.codePointAt(0)) ? escape(shown) : shown)
                .collect(Collectors.joining());
    }

    private static String escape(String point) {
        return point.chars()
                .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
                .collect(Collectors.joining());
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
