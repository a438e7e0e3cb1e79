package org.wirephoto.cli;

import java.io.IOException;
import org.wirephoto.client.KnownServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wirephoto servers rename}: calls a server something else. */
@Command(
        name = "rename",
        description = "Call a server something else here.",
        footerHeading = "%nExample:%n",
        footer = "  wirephoto servers rename Attic work")
final class ServersRenameCommand extends KnownServerCommand {
    @Parameters(index = "1", paramLabel = "NEW", description = "What it shall be called here.")
    private String to = "";

    ServersRenameCommand(Session session) {
        super(session);
    }

    @Override
    String change(KnownServer server) throws IOException {
        KnownNames.check(to);
        if (!session().known().rename(server.name(), to)) {
            throw new UsageException("Another server is called " + Wording.safe(to) + " already.");
        }
        return Wording.safe(server.name()) + " is called " + Wording.safe(to) + " now.";
    }
}
