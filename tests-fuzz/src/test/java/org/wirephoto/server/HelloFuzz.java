package org.wirephoto.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.LibrarySettings;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.LineParser;
import org.wirephoto.protocol.LineResult;
import org.wirephoto.protocol.Reply;

/**
 * Any bytes at the port of a server that asks for keys: it answers with refusals and nothing else, ends the connection
 * in time, and lets the next one in.
 */
public final class HelloFuzz {
    private static final int WAIT_MILLIS = 10_000;
    private static final int MOST = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(20);

    private static InetSocketAddress address = new InetSocketAddress(0);

    private HelloFuzz() {}

    /** Starts the server, once for all inputs; it ends with the process. */
    public static void fuzzerInitialize() throws Exception {
        Path data = Files.createTempDirectory("wirephoto-fuzz");
        KeyFile file = new KeyFile(data);
        WrongKeys wrong = new WrongKeys(Duration.ofMillis(1), System::nanoTime);
        KeyDoor door = new KeyDoor(file, KeyWatch.start(file, Duration.ofSeconds(1)), wrong, Optional.empty());
        ImageLibrary library =
                ImageLibrary.open(data, LibrarySettings.defaults().withDiskReserve(0), Clock.systemUTC());
        Timings timings = new Timings(LONG, LONG, LONG, 1024, LONG, Duration.ofMillis(1), LONG);
        Service service = new Service("Living room", library, door, timings);
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        address = ImageServer.start(service, new Listening(anyPort, 100, 100), WireFactory.plain())
                .address();
    }

    /** What the fuzzer calls with bytes of its own. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(WAIT_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            byte[] answer = socket.getInputStream().readNBytes(MOST);
            new String(answer, StandardCharsets.UTF_8).lines().forEach(HelloFuzz::check);
        }
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
