package org.wirephoto.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.wirephoto.protocol.PlatformFolders;

/** The server of this machine's user: it leaves an invite for its owner in its data folder. */
public final class LocalServer {
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
     * The server that keeps its images in a folder.
     *
     * @return the server, or empty where none has left an invite
     * @throws IOException if there is one that can't be read; the message says what to do
     */
    public static Optional<KnownServer> in(Path dataFolder) throws IOException {
        return Optional.empty();
    }
}
