package org.wirephoto.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.ImageAttributes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wirephoto show}: all that the server knows of one image. */
@Command(
        name = "show",
        description = "Show what the server knows of an image.",
        footerHeading = "%nExamples:%n",
        footer = {"  wirephoto show beach.png", "  wirephoto show beach.png --json"})
final class ShowCommand extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "The name of an image.")
    private String name = "";

    ShowCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.SHOW, name);
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        RemoteImage image = client.stat(name);
        if (json()) {
            screen().say(Json.image(image));
        } else {
            screen().say(screen().heading(Wording.safe(image.name().text())));
            table(image).lines().forEach(screen()::say);
        }
        return ExitCode.OK;
    }

    private Table table(RemoteImage image) {
        ImageAttributes attributes = image.attributes();
        ZoneId zone = session().host().zone();
        Table table = new Table();
        long size = attributes.filesize();
        row(table, "Size", Wording.size(size) + (size < 1000 ? "" : String.format(Locale.ROOT, " (%,d bytes)", size)));
        row(
                table,
                "Type",
                Wording.type(attributes.type()) + " (" + attributes.type().mediaType() + ")");
        row(table, "Pixels", attributes.width() + " x " + attributes.height());
        attributes.taken().ifPresent(time -> row(table, "Taken", Wording.minute(time, zone)));
        row(table, "Saved", Wording.minute(attributes.saved(), zone));
        attributes.sender().ifPresent(sender -> row(table, "Sender", Wording.safe(sender)));
        row(table, "SHA-256", attributes.digest().hex());
        row(table, "Id", Wording.safe(attributes.id()));
        return table;
    }

    private static void row(Table table, String label, String value) {
        table.row("", label, value);
    }
}
