package org.wirephoto.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirephoto.protocol.PlatformFolders;
import org.wirephoto.protocol.ServerAddress;

/**
 * The servers that a person uses, kept in a file that its owner alone can read. Several programs may use it at once:
 * each call reads the file anew, and changes are made one after another; one waits five seconds for its turn at most.
 * Lines that say nothing are left as they are and do no harm to the others. Safe for any thread.
 */
public final class KnownServers {
    private static final int MOST_SERVERS = 1000;
    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

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

    private KnownServersFile read() throws IOException {
        try {
            return KnownServersFile.parse(OwnerOnly.read(file(), MOST_BYTES));
        } catch (NoSuchFileException _) {
            return KnownServersFile.EMPTY; // nothing was kept yet
        }
    }

    /**
     * All of them, the one that was used last first.
     *
     * @throws IOException if the file can't be read
     */
    public List<KnownServer> all() throws IOException {
        return read().servers();
    }

    /**
     * What is wrong with the file: lines that can't be read, with their numbers, and rights that let others read it.
     * Sentences that are safe to show; none where all is well.
     *
     * @throws IOException if the file can't be read
     */
    public List<String> warnings() throws IOException {
        List<String> warnings = new ArrayList<>();
        OwnerOnly.warning(file()).ifPresent(warnings::add);
        for (KnownServersFile.Damage damage : read().damaged()) {
            warnings.add("Line " + damage.number() + " of " + OwnerOnly.shown(file())
                    + " is no server, or one of a name that an earlier line has. Mend or delete it.");
        }
        return warnings;
    }

    /**
     * The one of that name, in any case, or else the one that was used last at that address.
     *
     * @param nameOrAddress as a person typed it
     * @throws IOException if the file can't be read
     */
    public Optional<KnownServer> find(String nameOrAddress) throws IOException {
        List<KnownServer> servers = all();
        return named(servers, nameOrAddress.strip())
                .or(() -> ServerAddress.parse(nameOrAddress)
                        .flatMap(address -> servers.stream()
                                .filter(server -> isAt(server, address))
                                .findFirst()));
    }

    private static Optional<KnownServer> named(List<KnownServer> servers, String name) {
        return servers.stream().filter(server -> isCalled(server, name)).findFirst();
    }

    private static boolean isCalled(KnownServer server, String name) {
        return KnownServersFile.key(server.name()).equals(KnownServersFile.key(name));
    }

    private static boolean isAt(KnownServer server, ServerAddress address) {
        return server.address().host().equalsIgnoreCase(address.host())
                && server.address().port() == address.port();
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
        Set<String> taken = all().stream()
                .map(server -> KnownServersFile.key(server.name()))
                .collect(Collectors.toSet());
        String name = KnownServer.nameLike(wish, "");
        for (int i = 2; taken.contains(KnownServersFile.key(name)); i++) {
            name = KnownServer.nameLike(wish, " " + i);
        }
        return name;
    }

    /**
     * Keeps a server, as the one that was used last. One of the same name, in any case, is replaced.
     *
     * @throws IOException if the file can't be written, or holds as many as it may (1000)
     */
    public void put(KnownServer server) throws IOException {
        var _ = change(servers -> {
            servers.removeIf(other -> isCalled(other, server.name()));
            servers.addFirst(server);
            return true;
        });
    }

    /**
     * Forgets a server and its key.
     *
     * @return whether there was one of that name
     * @throws IOException if the file can't be written
     */
    public boolean remove(String name) throws IOException {
        return change(servers -> servers.removeIf(server -> isCalled(server, name)));
    }

    /**
     * Gives a server another name, and leaves the order as it is.
     *
     * @return whether there was one called {@code name} and no other one called {@code to}
     * @throws IllegalArgumentException if {@code to} can't be the name of a server
     * @throws IOException if the file can't be written
     */
    public boolean rename(String name, String to) throws IOException {
        return change(servers -> {
            Optional<KnownServer> server = named(servers, name);
            Optional<KnownServer> other = named(servers, to);
            if (server.isEmpty() || (other.isPresent() && !other.equals(server))) {
                return false;
            }
            servers.set(servers.indexOf(server.get()), server.get().withName(to));
            return true;
        });
    }

    /**
     * Remembers that a server was found elsewhere, and leaves the order as it is.
     *
     * @return whether there was one of that name
     * @throws IOException if the file can't be written
     */
    public boolean moved(String name, ServerAddress address) throws IOException {
        return change(servers -> {
            Optional<KnownServer> server = named(servers, name);
            server.ifPresent(known -> servers.set(servers.indexOf(known), known.withAddress(address)));
            return server.isPresent();
        });
    }

    /** Changes the list, and says whether there was anything to change. */
    @FunctionalInterface
    private interface Change {
        boolean of(List<KnownServer> servers);
    }

    private boolean change(Change change) throws IOException {
        OwnerOnly.createFolder(folder);
        try (FileChannel channel = OwnerOnly.openToLock(folder.resolve(".servers.lock"));
                FileLock _ = lock(channel)) {
            KnownServersFile file = read();
            List<KnownServer> servers = new ArrayList<>(file.servers());
            if (!change.of(servers)) {
                return false;
            }
            byte[] bytes = file.with(servers).bytes();
            if (servers.size() > MOST_SERVERS || bytes.length > MOST_BYTES) {
                throw new IOException(OwnerOnly.shown(file()) + " holds as many servers as it may (" + MOST_SERVERS
                        + "). Remove some first.");
            }
            OwnerOnly.replace(file(), bytes);
            return true;
        }
    }

    /** Locks are held for moments, by this program or another. */
    private FileLock lock(FileChannel channel) throws IOException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        Cancellation never = new Cancellation();
        while (System.nanoTime() - end < 0) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException _) {
                // another thread of this program has it
            }
            Retry.pause(BETWEEN_LOOKS, never);
        }
        throw new IOException(OwnerOnly.shown(file()) + " is in use by another program. Try again.");
    }
}
