package org.wirephoto.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.LibrarySettings;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.LineParser;
import org.wirephoto.protocol.LineResult;
import org.wirephoto.protocol.Reply;

/**
 * Any bytes at a server that asks for keys: at its port without TLS, inside TLS, and in the place of TLS. It answers with
 * refusals and nothing else, ends the connection in time, and lets the next one in.
 */
public final class HelloFuzz {
    private static final int WAIT_MILLIS = 10_000;
    private static final int MOST = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String PAGE = "HTTP/1.1 400 Bad Request\r\n";
    private static final int SMALLEST_PIECE = 16;
    /** The first bytes of TLS records: alerts, handshakes and what comes with them. */
    private static final List<Byte> RECORDS = List.of((byte) 0x14, (byte) 0x15, (byte) 0x16, (byte) 0x17);

    private static InetSocketAddress plain = new InetSocketAddress(0);
    private static InetSocketAddress encrypted = new InetSocketAddress(0);
    private static SSLSocketFactory client = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private HelloFuzz() {}

    /** Starts the server at two ports, once for all inputs; it ends with the process. */
    public static void fuzzerInitialize() throws Exception {
        Path data = Files.createTempDirectory("wirephoto-fuzz");
        KeyFile file = new KeyFile(data);
        WrongKeys wrong = new WrongKeys(Duration.ofMillis(1), System::nanoTime);
        KeyDoor door = new KeyDoor(file, KeyWatch.start(file, Duration.ofSeconds(1)), wrong, Optional.empty());
        ImageLibrary library =
                ImageLibrary.open(data, LibrarySettings.defaults().withDiskReserve(0), Clock.systemUTC());
        Service service =
                new Service("Living room", library, door, new Timings(LONG, LONG, LONG, 1024, LONG, LONG, LONG));
        KeyPair pair = CertificateMaker.keyPair();
        ServerIdentity identity =
                new ServerIdentity(pair.getPrivate(), List.of(CertificateMaker.certificate(pair, Instant.now())));
        plain = start(service, WireFactory.plain());
        encrypted = start(service, WireFactory.tls(new TlsTerms(identity)));
        client = trusting(identity);
    }

    private static InetSocketAddress start(Service service, WireFactory wires) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return ImageServer.start(service, new Listening(anyPort, 100, 100), wires)
                .address();
    }

    private static SSLSocketFactory trusting(ServerIdentity identity) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", identity.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /** What the fuzzer calls with bytes of its own. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(plain.getAddress(), plain.getPort())) {
            checkLines(exchange(socket, bytes, MOST));
        }
        try (SSLSocket socket = (SSLSocket) client.createSocket(encrypted.getAddress(), encrypted.getPort())) {
            socket.setSoTimeout(WAIT_MILLIS);
            socket.startHandshake();
            int piece = bytes.length == 0 ? SMALLEST_PIECE : SMALLEST_PIECE * (1 + (bytes[0] & 0xFF));
            checkLines(exchange(socket, bytes, piece));
        }
        try (Socket socket = new Socket(encrypted.getAddress(), encrypted.getPort())) {
            checkFront(bytes, exchange(socket, bytes, MOST));
        }
    }

    /** Sends the bytes in pieces, inside TLS a record each, and gives all that is answered. */
    private static byte[] exchange(Socket socket, byte[] bytes, int piece) throws IOException {
        socket.setSoTimeout(WAIT_MILLIS);
        for (int start = 0; start < bytes.length; start += piece) {
            socket.getOutputStream().write(bytes, start, Math.min(piece, bytes.length - start));
        }
        socket.shutdownOutput();
        return socket.getInputStream().readNBytes(MOST);
    }

    private static void checkFront(byte[] said, byte[] answer) {
        if (said.length > 0 && NoTls.isTls(said[0])) {
            if (answer.length > 0 && !RECORDS.contains(answer[0])) {
                throw new IllegalStateException("answered TLS with " + text(answer));
            }
        } else if (!text(answer).startsWith(PAGE)) {
            checkLines(answer);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void checkLines(byte[] answer) {
        text(answer).lines().forEach(HelloFuzz::check);
    }

    private static void check(String text) {
        LineResult result = LineParser.parse(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        boolean refused = result instanceof LineResult.Parsed(Line line)
                && Reply.parse(line).filter(Reply.Refusal.class::isInstance).isPresent();
        if (!refused) {
            throw new IllegalStateException("answered a stranger with " + text);
        }
    }
}
