package org.wirephoto.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.ServerInfo;
import org.wirephoto.client.WirephotoClient;
import picocli.CommandLine.Command;

/** {@code wirephoto ping}: whether the server is there, and what it is like. */
@Command(
        name = "ping",
        description = "Ask the server whether it is there, and what it is like.",
        footerHeading = "%nExample:%n",
        footer = "  wirephoto --server 192.168.1.5 ping")
final class PingCommand extends ServerCommand {
    private static final int PINGS = 4;
    private static final double NANOS = 1e6;

    PingCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.CONNECT);
    }

    /** The first answers take longer, as this program has to warm up. */
    private static Duration shortest(WirephotoClient client) throws IOException, RefusedException {
        Duration shortest = client.ping();
        for (int i = 1; i < PINGS; i++) {
            Duration time = client.ping();
            shortest = time.compareTo(shortest) < 0 ? time : shortest;
        }
        return shortest;
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        Duration time = shortest(client);
        ServerInfo info = client.serverInfo();
        if (json()) {
            screen().say(Json.object(json -> {
                json.writeStringField("server", info.name());
                json.writeStringField("address", client.address().toString());
                json.writeNumberField("version", info.version());
                json.writeStringField("role", info.role().wire());
                json.writeNumberField("max-filesize", info.maxFilesize());
                json.writeNumberField("milliseconds", Math.round(time.toNanos() / NANOS * 1000) / 1000.0);
            }));
            return ExitCode.OK;
        }
        String name = info.name().isEmpty() ? "A server without a name" : Wording.safe(info.name());
        screen().say(name + " at " + client.address() + " answered in " + Wording.took(time) + ".");
        screen().say(String.format(
                Locale.ROOT,
                "It speaks version %d of the protocol and takes images of up to %s. You are a %s there.",
                info.version(),
                Wording.size(info.maxFilesize()),
                info.role().wire()));
        return ExitCode.OK;
    }
}
