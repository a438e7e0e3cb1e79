package org.wirephoto.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A wire between a client and a server that a test can cut or hold after so many bytes. */
final class Relay implements AutoCloseable {
    private static final long LOOK_MILLIS = 1000;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger target = new AtomicInteger();
    private final AtomicLong untilCut = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong sinceCut = new AtomicLong();
    private final CountDownLatch cut = new CountDownLatch(1);
    private final AtomicLong toServer = new AtomicLong();
    private final AtomicLong fromServer = new AtomicLong();
    private final Object gate = new Object();
    private final AtomicInteger holds = new AtomicInteger();
    private long holdAfter = Long.MAX_VALUE;
    private int held;

    Relay() throws IOException {
        Thread.ofVirtual().name("relay").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void to(int port) {
        target.set(port);
    }

    /** Cuts every wire once so many bytes went towards the server, and lets none through until the next target. */
    void cutAfter(long bytes) {
        untilCut.set(bytes);
    }

    boolean awaitCut(long time, TimeUnit unit) throws InterruptedException {
        return cut.await(time, unit);
    }

    /** How many bytes went towards the server since the cut. */
    long bytesSinceCut() {
        return sinceCut.get();
    }

    /** Holds back what goes over a wire once so many bytes more have, each wire and direction for itself. */
    void holdAfter(long bytes) {
        synchronized (gate) {
            holds.incrementAndGet();
            holdAfter = bytes;
        }
    }

    /** Lets everything go on. */
    void release() {
        synchronized (gate) {
            holdAfter = Long.MAX_VALUE;
            gate.notifyAll();
        }
    }

    /** Waits until something is held back. */
    boolean awaitHeld(long time, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(time);
        synchronized (gate) {
            while (held == 0 && System.nanoTime() < end) {
                gate.wait(LOOK_MILLIS);
            }
            return held > 0;
        }
    }

    /** How many bytes went towards the server in all. */
    long toServer() {
        return toServer.get();
    }

    /** How many bytes came from the server in all. */
    long fromServer() {
        return fromServer.get();
    }

    private void passGate(long moved) throws InterruptedException {
        synchronized (gate) {
            if (moved <= holdAfter) {
                return;
            }
            held++;
            gate.notifyAll();
            try {
                while (moved > holdAfter) {
                    gate.wait(LOOK_MILLIS);
                }
            } finally {
                held--;
            }
        }
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> join(client));
            }
        } catch (IOException e) {
            cutAll(); // the listener was closed: the test is over
        }
    }

    private void join(Socket client) {
        int port = target.get();
        try (client;
                Socket server = port == 0 ? new Socket() : new Socket(InetAddress.getLoopbackAddress(), port)) {
            if (port == 0) {
                return;
            }
            open.add(server);
            Thread back = Thread.ofVirtual().start(() -> pump(server, client, false));
            pump(client, server, true);
            back.join();
        } catch (IOException e) {
            open.remove(client); // no server there now: closing the client's side says so
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to, boolean towardsServer) {
        byte[] buffer = new byte[8192];
        AtomicLong all = towardsServer ? toServer : fromServer;
        long moved = 0;
        int hold = holds.get();
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (towardsServer && mustCut(read)) {
                    return;
                }
                int now = holds.get();
                moved = now == hold ? moved + read : read;
                hold = now;
                passGate(moved);
                all.addAndGet(read);
                out.write(buffer, 0, read);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            open.remove(from); // either side went away: closing both tells the other
        }
    }

    private boolean mustCut(int bytes) {
        if (cut.getCount() == 0) {
            sinceCut.addAndGet(bytes);
            return false;
        }
        if (untilCut.addAndGet(-bytes) > 0) {
            return false;
        }
        target.set(0);
        cutAll();
        cut.countDown();
        return true;
    }

    private void cutAll() {
        for (Socket socket : List.copyOf(open)) {
            try {
                socket.close();
            } catch (IOException e) {
                open.remove(socket); // closed as well as it can be
            }
        }
    }

    @Override
    public void close() throws IOException {
        release();
        listener.close();
    }
}
