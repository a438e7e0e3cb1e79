package org.wirephoto.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;

/** Whether something takes a connection at an address, and if not, how that looks from here. */
final class TcpProbe {
    private TcpProbe() {}

    /** How it ended. */
    enum Result {
        /** Something listens. */
        CONNECTED,
        /** The machine answers that nothing listens. */
        REFUSED,
        /** Nothing came back at all. */
        SILENT,
        /** No machine is there, or no way to it. */
        NO_WAY
    }

    static Result run(InetSocketAddress address, Duration limit) {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket().connect(address, Math.max(1, (int) limit.toMillis()));
            return Result.CONNECTED;
        } catch (ConnectException _) {
            return Result.REFUSED; // what the caller asks for is the kind of failure
        } catch (SocketTimeoutException _) {
            return Result.SILENT;
        } catch (IOException _) {
            return Result.NO_WAY;
        }
    }

    /** Whether an address belongs to a network that this machine is on. */
    static boolean isNear(InetAddress address) {
        if (address.isLoopbackAddress() || address.isLinkLocalAddress()) {
            return true;
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(network -> network.getInterfaceAddresses().stream())
                    .anyMatch(own -> isInNetwork(address.getAddress(), own));
        } catch (SocketException _) {
            return true; // then nothing is known of other networks
        }
    }

    private static boolean isInNetwork(byte[] address, InterfaceAddress own) {
        byte[] network = own.getAddress().getAddress();
        int bits = own.getNetworkPrefixLength();
        int whole = bits / Byte.SIZE;
        if (network.length != address.length || whole > network.length) {
            return false;
        }
        int rest = bits % Byte.SIZE;
        return Arrays.equals(address, 0, whole, network, 0, whole)
                && (rest == 0 || ((address[whole] ^ network[whole]) & 0xff) >> (Byte.SIZE - rest) == 0);
    }
}
