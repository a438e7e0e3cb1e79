package org.wirephoto.cli;

import java.io.IOException;
import java.util.Optional;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.RestoreOptions;
import org.wirephoto.client.WirephotoClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirephoto restore}: brings an image back from the trash. */
@Command(
        name = "restore",
        description = "Bring an image back from the trash.",
        footerHeading = "%nExamples:%n",
        footer = {"  wirephoto restore beach.png", "  wirephoto restore beach.png --to old-beach.png"})
final class RestoreCommand extends ServerCommand {
    @Parameters(paramLabel = "NAME", description = "The name that the image had.")
    private String name = "";

    @Option(names = "--to", paramLabel = "NAME", description = "Give it another name, where its own is taken.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Which one of that name, going by the ids that trash lists (default: the latest).")
    private Optional<String> id = Optional.empty();

    RestoreCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.RESTORE, name).withTarget(to.orElse(name));
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        RemoteImage image = client.restore(name, new RestoreOptions(id, to));
        String stored = Wording.safe(image.name().text());
        String as = stored.equals(Wording.safe(name)) ? "" : " as " + stored;
        screen().say(json() ? Json.image(image) : "Brought back " + Wording.safe(name) + as + ".");
        return ExitCode.OK;
    }
}
