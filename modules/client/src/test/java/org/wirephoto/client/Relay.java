package org.wirephoto.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirephoto.protocol.ServerAddress;

/** Passes bytes on between clients and a server; can hold back some of those that the server sends. */
final class Relay implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile ServerAddress target;
    private volatile int passing = Integer.MAX_VALUE;
    private volatile CountDownLatch arrived = new CountDownLatch(1);

    Relay(ServerAddress target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    ServerAddress address() {
        return new ServerAddress("127.0.0.1", listener.getLocalPort());
    }

    /** New connections go there. */
    void to(ServerAddress other) {
        target = other;
    }

    /** Of what the server sends from now on, passes only so many bytes on until it is released. */
    void holdAfter(int bytes, CountDownLatch when) {
        arrived = when;
        passing = bytes;
    }

    void release() {
        released.countDown();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(target.host(), target.port());
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pass(client, server, false));
                Thread.ofVirtual().start(() -> pass(server, client, true));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pass(Socket from, Socket to, boolean mayHold) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            int count = in.read(bytes);
            while (count >= 0) {
                int first = mayHold ? Math.min(count, passing) : count;
                to.getOutputStream().write(bytes, 0, first);
                if (first < count) {
                    arrived.countDown();
                    released.await(10, TimeUnit.SECONDS);
                    passing = Integer.MAX_VALUE;
                    to.getOutputStream().write(bytes, first, count - first);
                }
                count = in.read(bytes);
            }
        } catch (IOException e) {
            // one end went away: so does the other
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
