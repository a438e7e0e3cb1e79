package org.wirephoto.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.ServerAddress;

class PlainWireTest {
    @Nested
    class Connecting {
        @Test
        void leavesTimeForTheNextAddressWhereOneIsSilent() throws Exception {
            Duration limit = Duration.ofSeconds(2);
            try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                List<SocketChannel> waiting = fill(silent);
                long start = System.nanoTime();
                Wire wire = PlainWire.connect(List.of(address(silent), address(server)), limit);
                wire.abort();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
                for (SocketChannel channel : waiting) {
                    channel.close();
                }
            }
        }

        /** Has so many wait for a server that takes none that the next one hears nothing from it. */
        private List<SocketChannel> fill(ServerSocket server) throws IOException {
            List<SocketChannel> waiting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                var _ = channel.connect(address(server));
                waiting.add(channel);
            }
            return waiting;
        }

        @Test
        void tellsWhatWentWrongWithEachAddressAndNothingElse() throws Exception {
            InetSocketAddress nobody;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                nobody = address(free);
            }
            IOException failure = catchThrowableOfType(
                    IOException.class,
                    () -> PlainWire.connect(List.of(nobody, nobody), Duration.ofSeconds(5))
                            .abort());
            assertThat(failure.getSuppressed()).hasSize(1);
            assertThat(failure).isNotInstanceOf(UnknownHostException.class);
            assertThat(failure.getSuppressed()[0])
                    .isNotInstanceOf(UnknownHostException.class)
                    .hasNoSuppressedExceptions();
        }

        @Test
        void mayTakeLongerThanTheSystemCanCount() throws Exception {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Wire wire =
                        PlainWire.connect(new ServerAddress("127.0.0.1", server.getLocalPort()), Duration.ofDays(30));
                assertThat(wire.isPrivate()).isTrue();
                wire.abort();
            }
        }

        private InetSocketAddress address(ServerSocket server) {
            return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
        }
    }
}
