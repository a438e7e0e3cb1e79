package org.wirephoto.cli;

import java.io.IOException;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.ImageName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wirephoto rename}: gives an image another name. */
@Command(
        name = "rename",
        description = "Give an image another name.",
        footerHeading = "%nExample:%n",
        footer = "  wirephoto rename IMG_0042.JPG sunset.jpg")
final class RenameCommand extends ServerCommand {
    @Parameters(index = "0", paramLabel = "OLD", description = "The name that the image has.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The name that it shall have.")
    private String wanted = "";

    RenameCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.RENAME, old).withTarget(wanted);
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        ImageName now = client.rename(old, wanted);
        screen().say(
                        json()
                                ? Json.object(json -> {
                                    json.writeStringField("name", old);
                                    json.writeStringField("to", now.text());
                                })
                                : Wording.safe(old) + " is called " + Wording.safe(now.text()) + " now.");
        return ExitCode.OK;
    }
}
