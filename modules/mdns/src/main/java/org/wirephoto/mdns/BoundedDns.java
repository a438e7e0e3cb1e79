package org.wirephoto.mdns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.SocketException;
import java.util.List;
import javax.jmdns.impl.DNSCache;
import javax.jmdns.impl.DNSOutgoing;
import javax.jmdns.impl.JmDNSImpl;
import javax.jmdns.impl.constants.DNSConstants;
import javax.jmdns.impl.tasks.RecordReaper;
import javax.jmdns.impl.tasks.state.Announcer;
import javax.jmdns.impl.tasks.state.Canceler;
import javax.jmdns.impl.tasks.state.Prober;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * JmDNS, but at the pace of the RFC, with all the addresses of its place, deaf to what its own program says, and with a
 * bound on what it takes in. It does not mend itself.
 */
final class BoundedDns extends JmDNSImpl {
    private static final Logger LOG = LogManager.getLogger(BoundedDns.class);

    private final PromptTimer timer;
    private final Intake intake;
    private final Ear ear;
    private final MoreAddresses more;
    private final int scope;
    private volatile boolean failed;

    private BoundedDns(String host, List<InetAddress> addresses, Ear ear) throws IOException {
        this.timer = new PromptTimer(host);
        this.intake = new Intake(host);
        this.more = new MoreAddresses(host, addresses.subList(1, addresses.size()));
        this.ear = ear;
        this.scope = addresses.getFirst() instanceof Inet6Address six ? six.getScopeId() : 0;
        super(named(addresses.getFirst(), host), host);
    }

    /** Opens one, as {@link PlaceDns#open} says. */
    static BoundedDns open(String host, List<InetAddress> addresses) throws IOException {
        Ear ear = new Ear();
        boolean open = false;
        try {
            BoundedDns dns = new BoundedDns(host, addresses, ear);
            open = true;
            return dns;
        } finally {
            if (!open) {
                ear.close();
            }
        }
    }

    /** The address with a name: JmDNS asks for it, and a name server could take long to tell. */
    private static InetAddress named(InetAddress address, String name) throws IOException {
        return address instanceof Inet6Address six
                ? Inet6Address.getByAddress(name, six.getAddress(), six.getScopeId())
                : InetAddress.getByAddress(name, address.getAddress());
    }

    /** Whether it is of no more use: it has taken in as much as it may, or can't send or listen any more. */
    boolean isSpent() {
        return failed || intake.isFull() || ear.isDead();
    }

    @Override
    public DNSCache getCache() {
        return intake.cache();
    }

    /** What JmDNS listens at. */
    @Override
    public MulticastSocket getSocket() {
        ear.dns = this;
        return ear;
    }

    /** Whether it came by the interface of this place: in IPv6 the system hands over what comes by all of them. */
    private boolean isFromHere(@Nullable InetAddress sender) {
        return !(sender instanceof Inet6Address six)
                || six.getScopeId() == 0
                || scope == 0
                || six.getScopeId() == scope;
    }

    private @Nullable MulticastSocket realSocket() {
        return super.getSocket();
    }

    @Override
    public void send(DNSOutgoing out) {
        MulticastSocket socket = realSocket();
        if (out.isEmpty() || socket == null) {
            return;
        }
        InetSocketAddress destination = out.getDestination();
        InetSocketAddress to =
                destination == null ? new InetSocketAddress(getGroup(), DNSConstants.MDNS_PORT) : destination;
        byte[] message = more.appendTo(out);
        try {
            socket.send(new DatagramPacket(message, message.length, to));
        } catch (IOException e) {
            failed = true; // told by nothing else: a goodbye that nobody hears must not hold up the closing
            LOG.debug("Nothing can be sent from {}", getLocalHost(), e);
        }
    }

    /** JmDNS would open itself anew, even after it was closed. Its owner does that. */
    @Override
    public void recover() {
        failed = true;
    }

    @Override
    public void startProber() {
        new Prober(this).start(timer);
    }

    @Override
    public void startAnnouncer() {
        new Announcer(this).start(timer);
    }

    @Override
    public void startCanceler() {
        new Canceler(this).start(timer);
    }

    @Override
    public void startReaper() {
        new RecordReaper(this).start(timer);
    }

    @Override
    public void purgeStateTimer() {
        super.purgeStateTimer();
        timer.purge();
    }

    @Override
    public void cancelStateTimer() {
        super.cancelStateTimer();
        timer.cancel();
    }

    /** Says goodbye to what was announced here, which takes about half a second, and listens no more. */
    @Override
    public void close() {
        super.close();
        timer.cancel();
        ear.close();
    }

    /** Stands before the socket that JmDNS listens at, and lets through what is taken in. */
    private static final class Ear extends MulticastSocket {
        private volatile @Nullable BoundedDns dns;
        private volatile @Nullable Thread listener;

        Ear() throws IOException {
            super(null);
        }

        @Override
        public void receive(DatagramPacket packet) throws IOException {
            listener = Thread.currentThread();
            BoundedDns owner = dns;
            if (owner == null) {
                throw new SocketException("not open yet");
            }
            do {
                MulticastSocket socket = owner.realSocket();
                if (socket == null) {
                    throw new SocketException("closed");
                }
                packet.setLength(packet.getData().length);
                socket.receive(packet);
            } while (!owner.isFromHere(packet.getAddress())
                    || !owner.intake.takes(packet, owner.getServiceTypes().size()));
        }

        /** Whether JmDNS has stopped to listen, as it does where something in a message is more than it can stand. */
        boolean isDead() {
            Thread thread = listener;
            return thread != null && !thread.isAlive();
        }
    }
}
