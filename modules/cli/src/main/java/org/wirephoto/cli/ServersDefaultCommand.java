package org.wirephoto.cli;

import java.io.IOException;
import org.wirephoto.client.KnownServer;
import picocli.CommandLine.Command;

/** {@code wirephoto servers default}: chooses the server that is meant where none is named. */
@Command(
        name = "default",
        description = "Choose the server that is meant where none is named.",
        footerHeading = "%nExample:%n",
        footer = "  wirephoto servers default Attic")
final class ServersDefaultCommand extends KnownServerCommand {
    ServersDefaultCommand(Session session) {
        super(session);
    }

    @Override
    String change(KnownServer server) throws IOException {
        session().known().put(server);
        return Wording.safe(server.name()) + " is meant from now on where no server is named.";
    }
}
