package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.LineParser;
import org.wirephoto.protocol.LineResult;

/** A client that knows nothing of the server but its port: bytes in, bytes out. */
final class Peer implements AutoCloseable {
    private static final int PATIENCE = 20_000;

    private final HeldSocket wire = new HeldSocket();
    private final Socket socket;
    private final InputStream input;

    Peer(InetSocketAddress server) throws IOException {
        this(server, 0, Speech.PLAIN);
    }

    /** A peer whose system takes no more than about so many bytes that it has not read; 0 for what is usual. */
    Peer(InetSocketAddress server, int receiveBuffer, Speech speech) throws IOException {
        if (receiveBuffer > 0) {
            wire.setReceiveBufferSize(receiveBuffer);
        }
        wire.setSoTimeout(PATIENCE);
        wire.setTcpNoDelay(true);
        wire.connect(server, PATIENCE);
        socket = speech.over(wire, server);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends text as it is. */
    Peer send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    Peer send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends a line and reads the one that answers it. */
    String ask(String line) throws IOException {
        return send(line + "\n").line();
    }

    Line askParsed(String line) throws IOException {
        return parse(ask(line));
    }

    static Line parse(String line) {
        LineResult result = LineParser.parse(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        assertThat(result).as(line).isInstanceOf(LineResult.Parsed.class);
        return ((LineResult.Parsed) result).line();
    }

    /** The next line, without its end. */
    String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = input.read(); b != '\n'; b = input.read()) {
            assertThat(b).as("end of input after " + bytes).isNotNegative();
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    byte[] body(int size) throws IOException {
        byte[] body = input.readNBytes(size);
        assertThat(body).hasSize(size);
        return body;
    }

    /** All that still comes until the server ends its output. */
    String rest() throws IOException {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Whether nothing more comes, because the server closed or cut the connection. */
    boolean isEnded() throws IOException {
        try {
            return input.read() < 0;
        } catch (SocketException | SSLException e) {
            return true; // a reset, or no farewell
        }
    }

    Peer endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    InputStream input() {
        return input;
    }

    /** What lines and bodies go through. */
    Socket socket() {
        return socket;
    }

    /** What is below it: the same, where there is no TLS. */
    HeldSocket wire() {
        return wire;
    }

    /** Without a farewell: TLS would wait for others that write. */
    @Override
    public void close() throws IOException {
        wire.close();
    }
}
