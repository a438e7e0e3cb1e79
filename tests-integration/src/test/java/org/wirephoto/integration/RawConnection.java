package org.wirephoto.integration;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.Line;
import org.wirephoto.protocol.LineParser;
import org.wirephoto.protocol.LineResult;

/** A socket on which a test types the protocol by hand; no wait is longer than 40 s. */
final class RawConnection implements AutoCloseable {
    private static final int WAIT_MILLIS = 40_000;

    private final Socket wire;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /**
     * A connection.
     *
     * @param wire the TCP connection
     * @param socket what is typed into: TLS over it, or the same
     */
    private RawConnection(Socket wire, Socket socket) throws IOException {
        this.wire = wire;
        this.socket = socket;
        this.in = new java.io.BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
    }

    /** To a server with TLS and keys; said hello to, with the key of the machine's own command line. */
    static RawConnection to(ServerProcess server) throws IOException {
        RawConnection connection = stranger(server);
        Line hello = connection.ask(
                "hello,N/A,N/A,version=1,key=" + server.invite().key().text());
        if (!hello.command().equals("ok")) {
            connection.close();
            throw new IOException("hello was answered " + hello);
        }
        return connection;
    }

    /** To a server with TLS; nothing was said yet. */
    static RawConnection stranger(ServerProcess server) throws IOException {
        Socket wire = connect(server.port());
        return new RawConnection(wire, Tls.over(wire, server.invite().fingerprint()));
    }

    /** To a server that speaks plain; nothing was said yet. */
    static RawConnection plain(ServerProcess server) throws IOException {
        Socket wire = connect(server.port());
        return new RawConnection(wire, wire);
    }

    /** Types over a socket that is connected already. */
    static RawConnection over(Socket socket) throws IOException {
        return new RawConnection(socket, socket);
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAIT_MILLIS);
        socket.setSoTimeout(WAIT_MILLIS);
        return socket;
    }

    /** Types one line. */
    RawConnection type(String line) throws IOException {
        return send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    RawConnection send(byte[] bytes) throws IOException {
        return send(bytes, 0, bytes.length);
    }

    RawConnection send(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        out.flush();
        return this;
    }

    OutputStream output() {
        return out;
    }

    /** Types one line and reads the line that answers it. */
    Line ask(String line) throws IOException {
        return type(line).line();
    }

    /** The next line that the server sends. */
    Line line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int b = in.read();
        while (b != '\n') {
            if (b < 0) {
                throw new EOFException("the server closed after " + bytes.toString(StandardCharsets.UTF_8));
            }
            bytes.write(b);
            b = in.read();
        }
        return switch (LineParser.parse(ByteBuffer.wrap(bytes.toByteArray()))) {
            case LineResult.Parsed(Line line) -> line;
            case LineResult.Malformed malformed -> throw new IOException(malformed + ": " + bytes);
        };
    }

    /** The body that a reply announced. */
    byte[] body(Line reply) throws IOException {
        int size = Math.toIntExact(reply.filesize().orElseThrow());
        byte[] bytes = in.readNBytes(size);
        if (bytes.length != size) {
            throw new EOFException(bytes.length + " of " + size + " bytes came");
        }
        return bytes;
    }

    /** Saves an image and gives the server's last word on it. */
    Line save(String name, byte[] image, String... attributes) throws IOException {
        StringBuilder request = new StringBuilder("save," + name + "," + image.length);
        for (String attribute : attributes) {
            request.append(',').append(attribute);
        }
        Line first = ask(request.toString());
        if (!first.command().equals("ready")) {
            return first;
        }
        int offset = Integer.parseInt(first.attribute("offset").orElseThrow());
        return send(image, offset, image.length - offset).line();
    }

    /** Fetches an image whole. */
    byte[] fetch(String name) throws IOException {
        Line reply = ask("return," + name + ",N/A");
        if (!reply.command().equals("ok")) {
            throw new IOException("return was answered " + reply);
        }
        return body(reply);
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Whether the server has closed: true once all that it sent was read and nothing more can come. */
    boolean isClosedByServer() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException | SSLException e) {
            return true; // a reset is as closed as an end, and so is TLS that just stops
        }
    }

    static String digest(byte[] bytes) {
        try {
            return Digest.of(java.security.MessageDigest.getInstance("SHA-256").digest(bytes))
                    .hex();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Just goes away: a farewell in TLS would wait for whatever is being written. */
    @Override
    public void close() throws IOException {
        wire.close();
    }
}
