package org.wirephoto.cli;

import java.io.IOException;
import org.wirephoto.client.KnownServer;
import picocli.CommandLine.Command;

/** {@code wirephoto servers remove}: forgets a server. */
@Command(
        name = "remove",
        description = "Forget a server and the key for it.",
        footerHeading = "%nExample:%n",
        footer = {
            "  wirephoto servers remove Attic",
            "",
            "The key goes on being good at the server: there, wirephoto-server keys revoke ends it."
        })
final class ServersRemoveCommand extends KnownServerCommand {
    ServersRemoveCommand(Session session) {
        super(session);
    }

    @Override
    String change(KnownServer server) throws IOException {
        session().known().remove(server.name());
        return "Forgot " + Wording.safe(server.name()) + (server.key().isPresent() ? " and the key for it." : ".");
    }
}
