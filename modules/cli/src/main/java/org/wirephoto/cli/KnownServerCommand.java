package org.wirephoto.cli;

import java.io.IOException;
import org.wirephoto.client.KnownServer;
import picocli.CommandLine.Parameters;

/** A command that changes what is kept of one server, without going there. */
abstract class KnownServerCommand extends ReportedCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "What the server is called here.")
    private String name = "";

    KnownServerCommand(Session session) {
        super(session);
    }

    /** Changes it, and gives the sentence that says so. */
    abstract String change(KnownServer server) throws IOException;

    @Override
    final Attempt attempt() {
        return Attempt.of(Action.CONNECT);
    }

    @Override
    final ExitCode work() throws IOException {
        KnownServer server = session().known().all().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new FailedException(new Failure(
                        ExitCode.REFUSED,
                        "not-found",
                        "No server that was joined is called " + Wording.safe(name)
                                + ". To see which there are: wirephoto servers")));
        String sentence = change(server);
        screen().say(json() ? Json.object(json -> json.writeStringField("name", server.name())) : sentence);
        return ExitCode.OK;
    }
}
