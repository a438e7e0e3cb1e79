package org.wirephoto.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.LibrarySettings;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Line;

/** A server on loopback, with a real library. */
final class RunningServer implements AutoCloseable {
    private static final int MANY = 100;
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** What {@link #keyed} servers say that they are known by. */
    static final Fingerprint FINGERPRINT = new Fingerprint("5a".repeat(32));

    private final ImageLibrary library;
    private final ImageServer server;
    private final Optional<KeyWatch> keys;
    private final Speech speech;

    private RunningServer(ImageLibrary library, ImageServer server, Optional<KeyWatch> keys, Speech speech) {
        this.library = library;
        this.server = server;
        this.keys = keys;
        this.speech = speech;
    }

    /** A server that asks for the keys of {@code access-keys}. */
    static RunningServer keyed(Path data, Timings timings) throws Exception {
        KeyFile file = new KeyFile(data);
        KeyWatch keys = KeyWatch.start(file, Duration.ofMillis(20));
        WrongKeys wrong = new WrongKeys(Duration.ofMillis(50), System::nanoTime);
        KeyDoor door = new KeyDoor(file, keys, wrong, Optional.of(FINGERPRINT));
        ImageLibrary library = library(data);
        ImageServer server = server(library, door, timings, Speech.PLAIN, new Crowd(MANY, MANY));
        keys.onChange(server::dropRevoked);
        return new RunningServer(library, server, Optional.of(keys), Speech.PLAIN);
    }

    private static ImageLibrary library(Path data) throws IOException {
        return ImageLibrary.open(
                data, LibrarySettings.defaults().withMaxFilesize(64 << 20).withDiskReserve(0), Clock.systemUTC());
    }

    private static ImageServer server(
            ImageLibrary library, Doorkeeper door, Timings timings, Speech speech, Crowd crowd) throws IOException {
        Service service = new Service("Living room", library, door, timings);
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Listening where = new Listening(anyPort, crowd.inAll, crowd.perAddress);
        return ImageServer.start(service, where, speech.wires());
    }

    KeyWatch keys() {
        return keys.orElseThrow();
    }

    static RunningServer start(Path data) throws IOException {
        return start(data, Fast.patient());
    }

    static RunningServer start(Path data, Timings timings) throws IOException {
        return start(data, timings, Speech.PLAIN);
    }

    static RunningServer start(Path data, Timings timings, Speech speech) throws IOException {
        return start(data, timings, speech, MANY, MANY);
    }

    static RunningServer start(Path data, Timings timings, Speech speech, int connections, int perAddress)
            throws IOException {
        ImageLibrary library = library(data);
        ImageServer server = server(library, new OpenDoor(), timings, speech, new Crowd(connections, perAddress));
        return new RunningServer(library, server, Optional.empty(), speech);
    }

    ImageServer server() {
        return server;
    }

    ImageLibrary library() {
        return library;
    }

    Peer connect() throws IOException {
        return connect(0);
    }

    Peer connect(int receiveBuffer) throws IOException {
        return new Peer(server.address(), receiveBuffer, speech);
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

    /** How many may come at once. */
    private record Crowd(int inAll, int perAddress) {}

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
        keys.ifPresent(KeyWatch::close);
        library.close();
    }
}
