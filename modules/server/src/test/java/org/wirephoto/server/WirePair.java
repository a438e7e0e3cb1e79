package org.wirephoto.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Both ends of a connection over loopback. */
record WirePair(Wire wire, Peer peer) implements AutoCloseable {
    static WirePair open(Watchdog watchdog, Duration stall) throws IOException {
        return open(watchdog, stall, 0);
    }

    static WirePair open(Watchdog watchdog, Duration stall, int receiveBuffer) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Peer peer = new Peer((InetSocketAddress) server.getLocalAddress(), receiveBuffer);
            SocketChannel channel = server.accept();
            return new WirePair(new PlainWire(channel, watchdog, stall), peer);
        }
    }

    @Override
    public void close() throws IOException {
        wire.abort();
        peer.close();
    }
}
