package org.wirephoto.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.wirephoto.protocol.NetworkPlace;

/** Asks everyone on a network a question of multicast DNS, and sees whether it comes back here and who answers. */
final class MulticastProbe {
    private static final int PORT = 5353;
    private static final String GROUP = "224.0.0.251";
    private static final String GROUP6 = "ff02::fb";
    private static final String[] QUESTION = {"_services", "_dns-sd", "_udp", "local"};
    private static final byte[] POINTER_IN = {0, 0, 12, 0, 1};
    private static final byte[] ONE_QUESTION = {0, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    private static final int RESPONSE = 0x80;
    private static final int FLAGS = 2;
    private static final int LARGEST = 9000;
    private static final int HOPS = 255;

    private final NetworkPlace place;
    private final byte[] question = question();
    private final Set<InetAddress> others = new HashSet<>();
    private boolean returned;

    private MulticastProbe(NetworkPlace place) {
        this.place = place;
    }

    /**
     * What came of it.
     *
     * @param place where
     * @param returned whether the question came back
     * @param others how many other machines answered
     * @param trouble why nothing could be sent or received, where that was so
     */
    record Result(NetworkPlace place, boolean returned, int others, Optional<IOException> trouble) {}

    /** Asks, and listens for all of {@code limit}. */
    static Result run(NetworkPlace place, Duration limit) {
        MulticastProbe probe = new MulticastProbe(place);
        Optional<IOException> trouble = Optional.empty();
        try {
            probe.ask(limit);
        } catch (IOException e) {
            trouble = Optional.of(e);
        }
        return new Result(place, probe.returned, probe.others.size(), trouble);
    }

    private void ask(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        NetworkInterface network = NetworkInterface.getByIndex(place.index());
        InetAddress group = InetAddress.ofLiteral(place.address() instanceof Inet6Address ? GROUP6 : GROUP);
        InetSocketAddress all = new InetSocketAddress(group, PORT);
        try (MulticastSocket socket = new MulticastSocket(PORT)) {
            socket.setNetworkInterface(network);
            socket.setTimeToLive(HOPS);
            socket.joinGroup(all, network);
            socket.send(new DatagramPacket(question, question.length, all));
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                socket.setSoTimeout(Math.max(1, (int) Duration.ofNanos(left).toMillis()));
                socket.receive(packet);
                hear(packet);
            }
        } catch (SocketTimeoutException _) {
            return; // the time is up: who wanted to answer has
        }
    }

    private void hear(DatagramPacket packet) throws IOException {
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        if (Arrays.equals(bytes, question)) {
            returned = true;
        } else if (bytes.length > FLAGS
                && (bytes[FLAGS] & RESPONSE) != 0
                && NetworkInterface.getByInetAddress(packet.getAddress()) == null) {
            others.add(packet.getAddress());
        }
    }

    /** Which services are there at all? With a number that tells this question from others' like it. */
    private static byte[] question() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] number = new byte[2];
        ThreadLocalRandom.current().nextBytes(number);
        out.writeBytes(number);
        out.writeBytes(ONE_QUESTION);
        for (String label : QUESTION) {
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(POINTER_IN);
        return out.toByteArray();
    }
}
