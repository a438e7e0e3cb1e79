package org.wirephoto.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.LibrarySettings;
import org.wirephoto.protocol.Line;

/** A server on loopback, with a real library. */
final class RunningServer implements AutoCloseable {
    private static final int MANY = 100;
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final ImageLibrary library;
    private final ImageServer server;

    private RunningServer(ImageLibrary library, ImageServer server) {
        this.library = library;
        this.server = server;
    }

    static RunningServer start(Path data) throws IOException {
        return start(data, Fast.patient());
    }

    static RunningServer start(Path data, Timings timings) throws IOException {
        return start(data, timings, MANY, MANY);
    }

    static RunningServer start(Path data, Timings timings, int connections, int perAddress) throws IOException {
        ImageLibrary library = ImageLibrary.open(
                data, LibrarySettings.defaults().withMaxFilesize(64 << 20).withDiskReserve(0), Clock.systemUTC());
        Service service = new Service("Living room", library, new OpenDoor(), timings);
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Listening where = new Listening(anyPort, connections, perAddress);
        return new RunningServer(library, ImageServer.start(service, where, WireFactory.plain()));
    }

    ImageServer server() {
        return server;
    }

    ImageLibrary library() {
        return library;
    }

    Peer connect() throws IOException {
        return new Peer(server.address());
    }

    Peer connect(int receiveBuffer) throws IOException {
        return new Peer(server.address(), receiveBuffer);
    }

    /** Saves an image over a connection of its own, and gives the reply. */
    Line save(String name, byte[] image) throws IOException {
        try (Peer peer = connect()) {
            return save(peer, name, image);
        }
    }

    static Line save(Peer peer, String name, byte[] image) throws IOException {
        Line ready = peer.askParsed("save," + name + "," + image.length);
        return ready.command().equals("ready") ? Peer.parse(peer.send(image).line()) : ready;
    }

    /** Waits until something is so. */
    static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come true in time");
            }
            Thread.onSpinWait();
        }
    }

    /** What to wait for. */
    interface Condition {
        boolean holds() throws Exception;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        library.close();
    }
}
