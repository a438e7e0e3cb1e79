package org.wirephoto.server;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Where a server and the maintenance commands on its machine find each other: a Unix-domain socket called
 * {@code control} in the data folder. Where the folder's path is too long for a socket's address, {@code control} is a
 * file instead that has the path of a socket in a short folder, which is its owner's alone.
 */
final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(ControlSocket.class);
    private static final String NAME = "control";
    private static final String FOLDER = "wirephoto";
    /** The shortest limit of the platforms is 103, macOS's; Linux has 107. */
    private static final int LONGEST = 100;

    private final ServerSocketChannel channel;
    private final Path socket;
    private final Path entry;

    private ControlSocket(ServerSocketChannel channel, Path socket, Path entry) {
        this.channel = channel;
        this.socket = socket;
        this.entry = entry;
    }

    /**
     * Makes the socket, in the place of one that a server left which was killed.
     *
     * @param data the data folder, which this process has locked
     */
    static ControlSocket bind(Path data) throws IOException {
        Path entry = data.resolve(NAME);
        removeAbandoned(data, entry);
        if (entry.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return new ControlSocket(listen(entry), entry, entry);
        }
        Path folder = Files.createTempDirectory(FOLDER);
        Path socket = folder.resolve(NAME);
        try {
            ServerSocketChannel channel = listen(socket);
            try {
                point(data, entry, socket);
                return new ControlSocket(channel, socket, entry);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(folder);
            throw e;
        }
    }

    private static void point(Path data, Path entry, Path socket) throws IOException {
        Path part = data.resolve(NAME + ".part");
        Files.writeString(part, socket.toString());
        Files.move(part, entry, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The socket of a folder that is a copy of another is the other's: somebody may listen there. */
    private static void removeAbandoned(Path data, Path entry) throws IOException {
        Optional<SocketChannel> other = connect(data);
        if (other.isPresent()) {
            other.get().close();
        } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            removeFolder(Files.readString(entry).strip());
        }
        Files.deleteIfExists(entry);
    }

    private static void removeFolder(String socket) throws IOException {
        Path path = Path.of(socket);
        Path folder = Optional.ofNullable(path.getParent()).orElse(path);
        if (path.endsWith(NAME) && folder.getFileName().toString().startsWith(FOLDER)) {
            Files.deleteIfExists(path);
            Files.deleteIfExists(folder);
        }
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(socket));
            if (DataFolder.isPosix()) {
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Connects to the server that has a data folder, or gives empty where none does. */
    static Optional<SocketChannel> connect(Path data) throws IOException {
        Path entry = data.resolve(NAME);
        if (!Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Path socket =
                Files.isRegularFile(entry) ? Path.of(Files.readString(entry).strip()) : entry;
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return Optional.of(channel);
        } catch (IOException e) {
            channel.close();
            LOG.debug("Nobody listens at {}: a server was killed", socket, e);
            return Optional.empty();
        }
    }

    /** Waits for somebody to connect. */
    SocketChannel accept() throws IOException {
        return channel.accept();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(entry);
        if (!socket.equals(entry)) {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(Optional.ofNullable(socket.getParent()).orElseThrow());
        }
    }
}
