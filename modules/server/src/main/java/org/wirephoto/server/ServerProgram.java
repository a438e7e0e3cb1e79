package org.wirephoto.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.protocol.Announcement;
import org.wirephoto.protocol.Fingerprint;

/** All that runs while a server does: the library, the port, the control socket. What was opened last closes first. */
final class ServerProgram implements AutoCloseable {
    private final DataFolder folder;
    private final ServeSettings settings;
    private final ImageLibrary library;
    private final ImageServer server;
    private final Announcer announcer;
    private final Entrance entrance;
    private final Deque<AutoCloseable> open;

    private ServerProgram(
            DataFolder folder,
            ServeSettings settings,
            ImageLibrary library,
            ImageServer server,
            Announcer announcer,
            Entrance entrance,
            Deque<AutoCloseable> open) {
        this.folder = folder;
        this.settings = settings;
        this.library = library;
        this.server = server;
        this.announcer = announcer;
        this.entrance = entrance;
        this.open = open;
    }

    /**
     * Starts everything; when this returns the server listens.
     *
     * @throws FailureException if a part of it can't start; then nothing of it runs
     */
    static ServerProgram start(DataFolder folder, ServeSettings settings) throws FailureException, IOException {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            ImageLibrary library = folder.open(settings.library());
            open.push(library);
            Optional<ServerIdentity> identity = identity(folder, settings.protection());
            Entrance entrance = entrance(folder, settings, identity);
            open.push(entrance);
            ImageServer server = listen(settings, library, entrance.door(), identity);
            open.push(server);
            entrance.lead(server);
            ServerDesk desk = new ServerDesk(entrance.at(server.address()), entrance::keysChanged);
            open.push(ControlServer.start(folder.path(), library, desk));
            if (settings.portFile().isPresent()) {
                open.push(PortFile.write(
                        settings.portFile().get(), server.address().getPort()));
            }
            logger().info("Serving {} at {}", folder.path(), server.address());
            Announcer announcer = announce(settings, server, identity);
            open.push(announcer);
            return new ServerProgram(folder, settings, library, server, announcer, entrance, open);
        } catch (FailureException | IOException | RuntimeException e) {
            close(open);
            throw e;
        }
    }

    private static Optional<ServerIdentity> identity(DataFolder folder, Protection protection) throws FailureException {
        Clock clock = Clock.systemUTC();
        return switch (protection) {
            case Protection.Plain _ -> Optional.empty();
            case Protection.OwnIdentity _ -> Optional.of(new TlsFolder(folder.path(), clock).open());
            case Protection.GivenIdentity given -> Optional.of(GivenIdentities.read(given, clock));
        };
    }

    private static Entrance entrance(DataFolder folder, ServeSettings settings, Optional<ServerIdentity> identity)
            throws FailureException {
        Optional<Fingerprint> fingerprint = identity.map(ServerIdentity::fingerprint);
        return settings.open() ? Entrance.open(folder.path(), fingerprint) : Entrance.keyed(folder.path(), fingerprint);
    }

    private static ImageServer listen(
            ServeSettings settings, ImageLibrary library, Doorkeeper door, Optional<ServerIdentity> identity)
            throws FailureException {
        WireFactory wires = identity.map(TlsTerms::new).map(WireFactory::tls).orElseGet(WireFactory::plain);
        Service service = new Service(settings.name(), library, door, settings.timings());
        try {
            return ImageServer.start(service, settings.listening(), wires);
        } catch (IOException e) {
            throw new FailureException(
                    ExitCode.FAILURE, sentence(settings.listening().address(), e), e);
        }
    }

    private static Announcer announce(ServeSettings settings, ImageServer server, Optional<ServerIdentity> identity)
            throws IOException {
        Announcement announcement = Announcement.of(identity.map(ServerIdentity::fingerprint), !settings.open());
        return Announcer.start(new Announced(settings.name(), server.address(), announcement), settings.announce());
    }

    private static String sentence(InetSocketAddress address, IOException fault) {
        String reason = String.valueOf(fault.getMessage());
        if (fault instanceof BindException && reason.contains("in use")) {
            return "Port " + address.getPort() + " is in use: perhaps a server runs already. Choose another with"
                    + " --port N, or --port 0 for any that is free.";
        }
        if (fault instanceof SocketException && reason.contains("Permission denied")) {
            return "Port " + address.getPort() + " needs an administrator's rights. Choose one from 1024 up with"
                    + " --port N.";
        }
        return "Can't listen on " + address.getAddress().getHostAddress() + ", port " + address.getPort() + ": "
                + reason + ". --bind takes an address of this machine.";
    }

    /** Where it listens. */
    InetSocketAddress address() throws IOException {
        return server.address();
    }

    /** What to tell a person. */
    Banner banner() throws IOException {
        return new Banner(
                settings.name(), server.address(), folder, library.count(), entrance.fingerprint(), entrance.keys());
    }

    /** Says at the first start how others get in. */
    void welcome(Terminal terminal, PrintWriter out) throws FailureException, IOException {
        if (entrance.isFirst()) {
            new Welcome(folder, entrance.at(server.address())).print(terminal, out, entrance::keysChanged);
        }
    }

    /** Stops with the grace time that was set for running exchanges; {@link #close} has to follow. */
    void stop() throws InterruptedException {
        logger().info("Stopping");
        announcer.leave();
        server.stop(settings.timings().grace());
    }

    /** Ends what still runs, at once. */
    @Override
    public void close() {
        close(open);
        logger().info("Stopped");
    }

    private static void close(Deque<AutoCloseable> open) {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                logger().error("A part of the server did not close", e); // the others have to, all the same
            }
        }
    }

    /** Not before the data folder is open: the log goes there. */
    private static Logger logger() {
        return LogManager.getLogger(ServerProgram.class);
    }
}
