package org.wirephoto.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.ServerAddress;

/**
 * A server that does what a script says and nothing else: one script a connection, the last one for all that follow.
 * What a script throws fails the test when the server is closed; a peer that goes away does not.
 */
final class FakeServer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket listener;
    private final List<Script> scripts;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final Phaser ended = new Phaser(1);

    private final Layer layer;

    private FakeServer(Layer layer, List<Script> scripts) throws IOException {
        this.layer = layer;
        this.scripts = scripts;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    @FunctionalInterface
    interface Script {
        void serve(Peer peer) throws Exception;

        /** Greets first, as every connection begins. */
        static Script greeted(Script then) {
            return peer -> {
                peer.greet();
                then.serve(peer);
            };
        }
    }

    /** What protects the connections. */
    @FunctionalInterface
    interface Layer {
        Socket over(Socket plain) throws IOException;
    }

    /** Speaks plain, or TLS where {@link Fixtures#layer} says so. */
    static FakeServer of(Script... scripts) throws IOException {
        return behind(Fixtures.layer(), scripts);
    }

    static FakeServer behind(Layer layer, Script... scripts) throws IOException {
        return new FakeServer(layer, List.of(scripts));
    }

    /** All scripts but for the greeting, which comes first in each. */
    static FakeServer greeting(Script... scripts) throws IOException {
        return greetingBehind(Fixtures.layer(), scripts);
    }

    static FakeServer greetingBehind(Layer layer, Script... scripts) throws IOException {
        return new FakeServer(
                layer, java.util.Arrays.stream(scripts).map(Script::greeted).toList());
    }

    ServerAddress address() {
        return new ServerAddress("127.0.0.1", listener.getLocalPort());
    }

    /** The connections so far, in their order. */
    List<Peer> peers() {
        return peers;
    }

    /** Every line that came, but for greetings. */
    List<String> lines() {
        return peers.stream()
                .flatMap(peer -> peer.lines.stream())
                .filter(line -> !line.startsWith("hello,"))
                .collect(Collectors.toList());
    }

    int mostOpen() {
        return mostOpen.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.setTcpNoDelay(true);
                Script script = scripts.get(Math.min(peers.size(), scripts.size() - 1));
                Peer peer = new Peer(socket, layer.over(socket));
                peers.add(peer);
                ended.register();
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                Thread.ofVirtual().start(() -> serve(script, peer));
            }
        } catch (IOException e) {
            ended.arriveAndDeregister(); // closed
        }
    }

    private void serve(Script script, Peer peer) {
        try (Socket _ = peer.below;
                Socket socket = peer.socket) {
            script.serve(peer);
            socket.shutdownOutput();
            while (socket.getInputStream().read() >= 0) {
                // what comes late is dropped, so that nothing is lost by a reset
            }
        } catch (SocketException | EOFException e) {
            // the peer went away, or the script cut it off
        } catch (SSLException e) {
            peer.tlsFailure = e; // whether that is right the test knows
        } catch (Throwable e) {
            failures.add(e);
        } finally {
            open.decrementAndGet();
            ended.arriveAndDeregister();
        }
    }

    /** Waits until every connection has ended: for tests that want to see that they do. */
    void awaitNoConnection() throws InterruptedException, TimeoutException {
        Eventually.holds(() -> open.get() == 0);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Peer peer : peers) {
            peer.below.close();
        }
        try {
            ended.awaitAdvanceInterruptibly(0, 10, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("a script did not end", e);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a script failed", failures.peek());
        }
    }

    /** The client's end of one connection, as the server sees it. */
    static final class Peer {
        private final Socket below;
        private final Socket socket;
        private final BufferedInputStream in;
        volatile @Nullable SSLException tlsFailure;
        final List<String> lines = new CopyOnWriteArrayList<>();

        private Peer(Socket below, Socket socket) throws IOException {
            this.below = below;
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        /** What the script speaks over: a TLS socket, where there is TLS. */
        Socket socket() {
            return socket;
        }

        /** Waits until a line came that begins like this. */
        void awaitLine(String beginning) throws TimeoutException {
            Eventually.holds(() -> lines.stream().anyMatch(line -> line.startsWith(beginning)));
        }

        /** The next line, without its end. */
        String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int b = in.read();
            while (b != '\n') {
                if (b < 0) {
                    throw new EOFException();
                }
                line.write(b);
                b = in.read();
            }
            String text = line.toString(StandardCharsets.UTF_8);
            lines.add(text);
            return text;
        }

        /** Reads a line that has to begin like this. */
        String expect(String beginning) throws IOException {
            String line = line();
            if (!line.startsWith(beginning)) {
                throw new AssertionError("expected " + beginning + "…, got " + line);
            }
            return line;
        }

        byte[] bytes(long count) throws IOException {
            byte[] bytes = in.readNBytes((int) count);
            if (bytes.length < count) {
                throw new EOFException();
            }
            return bytes;
        }

        void say(String line) throws IOException {
            send((line + "\n").getBytes(StandardCharsets.UTF_8));
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        void greet() throws IOException {
            expect("hello,N/A,N/A,version=1");
            say("ok,N/A,N/A,version=1,server=Living room,role=curator,max-filesize=10000000");
        }

        /** Ends the connection at once, as a broken network does. */
        void cut() throws IOException {
            below.setSoLinger(true, 0);
            below.close();
        }

        /** Waits for the client to end the connection. */
        void awaitEnd() throws IOException {
            while (in.read() >= 0) {
                // dropped
            }
        }

        Map<String, String> attributes(String line) {
            return java.util.Arrays.stream(line.split(","))
                    .filter(field -> field.contains("="))
                    .collect(Collectors.toMap(
                            field -> field.substring(0, field.indexOf('=')),
                            field -> field.substring(field.indexOf('=') + 1)));
        }
    }
}
