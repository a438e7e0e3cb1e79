package org.wirephoto.cli;

import java.io.IOException;
import java.util.Optional;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.ServerAddress;

/** What the commands of one run share: the machine, the screen, and which server is meant. */
final class Session {
    private static final String SERVER_VARIABLE = "WIREPHOTO_SERVER";

    private final Host host;
    private final Interruption interruption;
    private final Screen screen;
    private Optional<String> serverOption = Optional.empty();

    Session(Host host, Interruption interruption) {
        this.host = host;
        this.interruption = interruption;
        this.screen = new Screen(host);
    }

    Host host() {
        return host;
    }

    Screen screen() {
        return screen;
    }

    Interruption interruption() {
        return interruption;
    }

    /** Takes the server that the command line names. */
    void server(String text) {
        serverOption = Optional.of(text);
    }

    /** Whether the server was named, and is not just this machine for want of another. */
    boolean serverIsNamed() {
        return serverText().isPresent();
    }

    private Optional<String> serverText() {
        return serverOption.or(() ->
                Optional.ofNullable(host.environment().get(SERVER_VARIABLE)).filter(text -> !text.isBlank()));
    }

    /**
     * Connects to the server.
     *
     * @param transfers how many images will be sent or fetched at once
     * @throws UsageException if the server's address is none
     */
    WirephotoClient connect(int transfers) throws IOException, RefusedException {
        ServerAddress address = serverText()
                .map(text -> ServerAddress.parse(text)
                        .orElseThrow(() -> new UsageException((text.isBlank() ? "An empty text" : Wording.safe(text))
                                + " is not a server's address. Give HOST or HOST:PORT.")))
                .orElseGet(() -> new ServerAddress("localhost", Limits.PORT));
        ConnectionSettings settings = ConnectionSettings.plain()
                .withAgent("wirephoto/" + VersionText.version())
                .withTransfers(transfers);
        return WirephotoClient.connect(address, settings);
    }
}
