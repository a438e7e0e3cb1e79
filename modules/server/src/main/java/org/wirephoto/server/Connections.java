package org.wirephoto.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Who is connected: how many there may be, in all and from one address, and how all of them are ended. */
final class Connections {
    private static final int NETWORK_BYTES = 8;

    private final int most;
    private final int mostPerAddress;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition gone = lock.newCondition();
    private final Map<Connection, Thread> running = new HashMap<>();
    private final Map<ByteBuffer, Integer> admitted = new HashMap<>();
    private int count;
    private boolean stopped;

    Connections(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /** Counts one more connection in, if there is room: then {@link #release} has to follow. */
    boolean admit(InetAddress address) {
        lock.lock();
        try {
            ByteBuffer origin = origin(address);
            int ofOrigin = admitted.getOrDefault(origin, 0);
            if (count >= most || ofOrigin >= mostPerAddress) {
                return false;
            }
            count++;
            admitted.put(origin, ofOrigin + 1);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Counts a connection out that was admitted. */
    void release(InetAddress address) {
        lock.lock();
        try {
            count--;
            admitted.computeIfPresent(origin(address), (_, number) -> number == 1 ? null : number - 1);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whoever has one IPv6 address has all those of its network of 64 bits too, so they count as one; addresses that
     * hold on one link alone are the neighbours', each for itself.
     */
    static ByteBuffer origin(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean network =
                address instanceof Inet6Address && !address.isLinkLocalAddress() && !address.isLoopbackAddress();
        return ByteBuffer.wrap(network ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }

    /** Runs a connection on the calling thread, within reach of {@link #stop}. */
    void run(Connection connection) {
        lock.lock();
        try {
            running.put(connection, Thread.currentThread());
            if (stopped) {
                connection.stop();
            }
        } finally {
            lock.unlock();
        }
        try {
            connection.run();
        } finally {
            remove(connection);
        }
    }

    private void remove(Connection connection) {
        lock.lock();
        try {
            running.remove(connection);
            gone.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends all connections: those that wait for their peer at once, the others when their exchange is done.
     *
     * @param grace how long to wait for that
     * @return how many were cut off because it took longer
     */
    int stop(Duration grace) throws InterruptedException {
        lock.lock();
        try {
            stopped = true;
            List.copyOf(running.keySet()).forEach(Connection::stop);
            long left = grace.toNanos();
            while (!running.isEmpty() && left > 0) {
                left = gone.awaitNanos(left);
            }
            running.forEach((connection, thread) -> {
                connection.abort();
                thread.interrupt();
            });
            return running.size();
        } finally {
            lock.unlock();
        }
    }

    /** Ends some of the connections, whatever they are at. Returns how many. */
    int cutOff(Predicate<Connection> which) {
        lock.lock();
        try {
            int count = 0;
            for (Map.Entry<Connection, Thread> one : running.entrySet()) {
                if (which.test(one.getKey())) {
                    one.getKey().abort();
                    one.getValue().interrupt();
                    count++;
                }
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until none is left. Returns whether that came true in time. */
    boolean awaitNone(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!running.isEmpty() && left > 0) {
                left = gone.awaitNanos(left);
            }
            return running.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
