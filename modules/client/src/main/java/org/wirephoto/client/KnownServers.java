package org.wirephoto.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirephoto.protocol.PlatformFolders;

/**
 * The servers that a person uses, kept in a file that its owner alone can read. Several programs may use it at once:
 * each call reads the file anew, and changes are made one after another. Safe for any thread.
 */
public final class KnownServers {
    private final Path folder;

    private KnownServers(Path folder) {
        this.folder = folder;
    }

    /** Those that are kept in a folder, which is made with the first that is put there. */
    public static KnownServers at(Path folder) {
        return new KnownServers(folder);
    }

    /**
     * Those of this platform's user.
     *
     * @param environment the variables that may move the folder, as in {@link System#getenv()}
     */
    public static KnownServers ofPlatform(Map<String, String> environment) {
        return at(PlatformFolders.of(environment).configuration());
    }

    /** The file that they are kept in; it need not be there. */
    public Path file() {
        return folder.resolve("servers");
    }

    /**
     * All of them, the one that was used last first.
     *
     * @throws IOException if the file can't be read
     */
    public List<KnownServer> all() throws IOException {
        throw new IOException(file() + " can't be read yet.");
    }

    /**
     * What is wrong with the file: lines that can't be read, with their numbers, and rights that let others read it.
     * Sentences that are safe to show; none where all is well.
     *
     * @throws IOException if the file can't be read
     */
    public List<String> warnings() throws IOException {
        return List.of();
    }

    /**
     * The one of that name, in any case, or else the one that was used last at that address.
     *
     * @param nameOrAddress as a person typed it
     * @throws IOException if the file can't be read
     */
    public Optional<KnownServer> find(String nameOrAddress) throws IOException {
        return Optional.empty();
    }

    /**
     * The one that was used last: what is meant where no server is named.
     *
     * @throws IOException if the file can't be read
     */
    public Optional<KnownServer> latest() throws IOException {
        return all().stream().findFirst();
    }

    /**
     * A name like {@code wish} that no other server has: with a number added where that is needed, and fit to be a
     * name.
     *
     * @throws IOException if the file can't be read
     */
    public String freeName(String wish) throws IOException {
        throw new IOException(file() + " can't be read yet for " + wish);
    }

    /**
     * Keeps a server, as the one that was used last. One of the same name, in any case, is replaced.
     *
     * @throws IOException if the file can't be written, or holds as many as it may (1000)
     */
    public void put(KnownServer server) throws IOException {
        throw new IOException(file() + " can't be written yet for " + server.name());
    }

    /**
     * Forgets a server and its key.
     *
     * @return whether there was one of that name
     * @throws IOException if the file can't be written
     */
    public boolean remove(String name) throws IOException {
        throw new IOException(file() + " can't be written yet for " + name);
    }

    /**
     * Gives a server another name, and leaves the order as it is.
     *
     * @return whether there was one called {@code name} and no other one called {@code to}
     * @throws IOException if the file can't be written
     */
    public boolean rename(String name, String to) throws IOException {
        throw new IOException(file() + " can't be written yet for " + name + to);
    }
}
