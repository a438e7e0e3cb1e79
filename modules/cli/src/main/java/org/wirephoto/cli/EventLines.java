package org.wirephoto.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wirephoto.client.ImageEvent;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.protocol.ImageAttributes;

/** Writes events as lines, for people or for programs. */
final class EventLines {
    private final Host host;
    private final boolean json;

    EventLines(Host host, boolean json) {
        this.host = host;
        this.json = json;
    }

    String line(ImageEvent event) {
        return json
                ? Json.object(generator -> fields(generator, event))
                : Wording.second(host.clock().instant(), host.zone()) + "  " + text(event);
    }

    private static String text(ImageEvent event) {
        return switch (event) {
            case ImageEvent.Saved saved -> "saved    " + name(saved.image()) + "  (" + about(saved.image()) + ")";
            case ImageEvent.Deleted deleted ->
                "removed  " + Wording.safe(deleted.name().text());
            case ImageEvent.Renamed renamed ->
                "renamed  " + Wording.safe(renamed.from().text()) + " to " + name(renamed.image());
            case ImageEvent.Reset reset -> "reset    More happened than the server can tell: list the images again.";
            case ImageEvent.Offline offline -> "offline  " + Wording.safe(offline.reason());
            case ImageEvent.Online online -> "online   The server is back.";
        };
    }

    private static String name(RemoteImage image) {
        return Wording.safe(image.name().text());
    }

    private static String about(RemoteImage image) {
        ImageAttributes attributes = image.attributes();
        String facts = Wording.size(attributes.filesize()) + ", " + Wording.type(attributes.type()) + ", "
                + attributes.width() + "x" + attributes.height();
        return attributes
                .sender()
                .map(label -> facts + ", from " + Wording.safe(label))
                .orElse(facts);
    }

    private static void fields(JsonGenerator json, ImageEvent event) throws IOException {
        switch (event) {
            case ImageEvent.Saved saved -> {
                head(json, "saved", saved.seq());
                Json.imageFields(json, saved.image());
            }
            case ImageEvent.Deleted deleted -> {
                head(json, "deleted", deleted.seq());
                json.writeStringField("name", deleted.name().text());
            }
            case ImageEvent.Renamed renamed -> {
                head(json, "renamed", renamed.seq());
                json.writeStringField("name", renamed.from().text());
                json.writeStringField("to", renamed.image().name().text());
                Json.attributeFields(json, renamed.image());
            }
            case ImageEvent.Reset reset -> head(json, "reset", reset.seq());
            case ImageEvent.Offline offline -> {
                json.writeStringField("event", "offline");
                json.writeStringField("message", offline.reason());
            }
            case ImageEvent.Online online -> json.writeStringField("event", "online");
        }
    }

    private static void head(JsonGenerator json, String event, String seq) throws IOException {
        json.writeStringField("event", event);
        json.writeStringField("seq", seq);
    }
}
