package org.wirephoto.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Both ends of a connection over loopback. */
record WirePair(Wire wire, Peer peer) implements AutoCloseable {
    /**
     * Makes both ends, ready for bytes.
     *
     * @param receiveBuffer how much the peer's system takes before it is read, about; 0 for what is usual
     */
    static WirePair open(Speech speech, Watchdog watchdog, Duration stall, int receiveBuffer) throws Exception {
        WirePair pair = connect(speech, watchdog, Fast.withStall(stall), receiveBuffer);
        speech.begin(pair.wire, pair.peer.socket());
        return pair;
    }

    /** Makes both ends, which have not said anything yet. */
    static WirePair connect(Speech speech, Watchdog watchdog, Timings timings, int receiveBuffer) throws IOException {
        return connect(speech.wires(), speech, watchdog, timings, receiveBuffer);
    }

    static WirePair connect(WireFactory wires, Speech speech, Watchdog watchdog, Timings timings, int receiveBuffer)
            throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Peer peer = new Peer((InetSocketAddress) server.getLocalAddress(), receiveBuffer, speech);
            SocketChannel channel = server.accept();
            return new WirePair(wires.wire(channel, watchdog, timings), peer);
        }
    }

    @Override
    public void close() throws IOException {
        wire.abort();
        peer.close();
    }
}
