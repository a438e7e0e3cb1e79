package org.wirephoto.cli;

import java.io.IOException;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.WirephotoClient;

/** A command that talks to a server: connects, does its work, and says what went wrong. */
abstract class ServerCommand extends ReportedCommand {
    ServerCommand(Session session) {
        super(session);
    }

    /** Does the work. What it throws is reported as the failure of {@link #attempt}. */
    abstract ExitCode run(WirephotoClient client) throws IOException, RefusedException;

    /** Looks for what makes no sense before there is a connection. */
    void check() throws IOException {}

    /** How many images are sent or fetched at once. */
    int transfers() {
        return 1;
    }

    @Override
    final ExitCode work() throws IOException, RefusedException {
        check();
        try (WirephotoClient client = session().connect(transfers(), json())) {
            session().interruption().onRequest(client::close);
            return run(client);
        }
    }
}
