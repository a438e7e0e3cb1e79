package org.wirephoto.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcceptLoopTest {
    private final LinkedBlockingQueue<SocketChannel> waiting = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<SocketChannel> received = new LinkedBlockingQueue<>();

    private SocketChannel next() throws IOException {
        SocketChannel channel = waiting.poll();
        if (channel == null) {
            throw new ClosedChannelException();
        }
        return channel;
    }

    @Test
    void survivesASourceThatFails() throws Exception {
        CountDownLatch failures = new CountDownLatch(2);
        try (SocketChannel channel = SocketChannel.open()) {
            waiting.add(channel);
            AcceptLoop.Source source = () -> {
                failures.countDown();
                if (failures.getCount() > 0) {
                    throw new IOException("too many open files");
                }
                return next();
            };
            try (AcceptLoop _ = AcceptLoop.start("test", source, received::add)) {
                assertThat(received.poll(10, TimeUnit.SECONDS)).isSameAs(channel);
            }
        }
    }

    @Test
    void survivesAReceiverThatFailsAndClosesWhatItWasGiven() throws Exception {
        try (SocketChannel first = SocketChannel.open();
                SocketChannel second = SocketChannel.open()) {
            waiting.addAll(List.of(first, second));
            AcceptLoop.Receiver receiver = channel -> {
                if (channel.equals(first)) {
                    throw new OutOfMemoryError("no thread for it");
                }
                received.add(channel);
            };
            try (AcceptLoop _ = AcceptLoop.start("test", this::next, receiver)) {
                assertThat(received.poll(10, TimeUnit.SECONDS)).isSameAs(second);
                assertThat(first.isOpen()).isFalse();
            }
        }
    }
}
