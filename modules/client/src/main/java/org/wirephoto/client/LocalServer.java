package org.wirephoto.client;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.wirephoto.protocol.Limits;
import org.wirephoto.protocol.PlatformFolders;
import org.wirephoto.protocol.ServerAddress;

/** The server of this machine's user: it leaves an invite for its owner in its data folder. */
public final class LocalServer {
    private static final String FILE = "local-invite";
    private static final String NAME = "this machine";
    private static final String HOST = "localhost";

    private LocalServer() {}

    /**
     * The server in this platform's data folder.
     *
     * @param environment the variables that may move the folder, as in {@link System#getenv()}
     * @return the server, or empty where none has left an invite
     * @throws IOException if there is one that can't be read; the message says what to do
     */
    public static Optional<KnownServer> find(Map<String, String> environment) throws IOException {
        return in(PlatformFolders.of(environment).data());
    }

    /**
     * The server that keeps its images in a folder. That it has left an invite does not mean that it runs.
     *
     * @return the server, or empty where none has left an invite
     * @throws IOException if there is one that can't be read; the message says what to do
     */
    public static Optional<KnownServer> in(Path dataFolder) throws IOException {
        KeyFile file;
        try {
            file = KeyFile.read(dataFolder.resolve(FILE));
        } catch (NoSuchFileException _) {
            return Optional.empty(); // no server here, or none that asks for keys
        }
        ServerAddress plain = file.plain().orElseGet(() -> new ServerAddress(HOST, Limits.PORT));
        return Optional.of(file.invite()
                .map(invite -> KnownServer.of(NAME, invite))
                .orElseGet(() -> new KnownServer(NAME, plain, new Trust.Plain(), Optional.of(file.key()))));
    }
}
