package org.wirephoto.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * The TCP connection that TLS runs over. It can be told not to wait for bytes, remembers with which ones the peer
 * began, and reads more at once than TLS asks for, which wants five bytes and then a record. Reading is for one thread
 * at a time.
 */
final class LayeredSocket extends Socket {
    private static final int BUFFER_BYTES = 32 * 1024;
    private static final int OPENING_BYTES = 8;

    private final SocketChannel channel;
    private final Socket socket;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private final ByteBuffer opening = ByteBuffer.allocate(OPENING_BYTES);
    private boolean waiting = true;

    LayeredSocket(SocketChannel channel) throws IOException {
        super((SocketImpl) null);
        this.channel = channel;
        this.socket = channel.socket();
    }

    /** Whether reading waits for bytes; if not, it throws {@link SocketTimeoutException} where there are none. */
    void waiting(boolean now) {
        waiting = now;
    }

    /** The first bytes that ever came, eight at most: they tell what is at the other end. */
    byte[] opening() {
        byte[] bytes = new byte[opening.position()];
        opening.get(0, bytes);
        return bytes;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream in = socket.getInputStream();
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                if (!buffer.hasRemaining() && !fill(in)) {
                    return -1;
                }
                int count = Math.min(length, buffer.remaining());
                buffer.get(target, offset, count);
                return count;
            }

            @Override
            public int available() {
                return buffer.remaining();
            }
        };
    }

    private boolean fill(InputStream in) throws IOException {
        int count = waiting ? in.read(buffer.array()) : poll();
        buffer.position(0).limit(Math.max(0, count));
        for (int i = 0; i < count && opening.hasRemaining(); i++) {
            opening.put(buffer.get(i));
        }
        return count > 0;
    }

    private int poll() throws IOException {
        channel.configureBlocking(false);
        int count = channel.read(buffer.clear());
        channel.configureBlocking(true);
        if (count == 0) {
            buffer.flip();
            throw new SocketTimeoutException("nothing came");
        }
        return count;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public void shutdownInput() throws IOException {
        socket.shutdownInput();
    }

    @Override
    public boolean isInputShutdown() {
        return socket.isInputShutdown();
    }

    @Override
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public boolean isOutputShutdown() {
        return socket.isOutputShutdown();
    }

    @Override
    public InetAddress getInetAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getPort() {
        return socket.getPort();
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return socket.getSoTimeout();
    }

    @Override
    public int getSoLinger() throws SocketException {
        return socket.getSoLinger();
    }
}
