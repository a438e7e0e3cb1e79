package org.wirephoto.desktop.connect;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.Diagnosis;
import org.wirephoto.client.DiscoveryListener;
import org.wirephoto.client.Doctor;
import org.wirephoto.client.DoctorListener;
import org.wirephoto.client.DoctorRequest;
import org.wirephoto.client.FingerprintChangedException;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.KnownServers;
import org.wirephoto.client.LocalServer;
import org.wirephoto.client.Peer;
import org.wirephoto.client.ProtocolException;
import org.wirephoto.client.ServerDiscovery;
import org.wirephoto.client.ServerFinder;
import org.wirephoto.client.Trust;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.desktop.session.ClientSession;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.ServerAddress;

/** Servers over the network, and a file of those that are known. */
final class ClientServers implements Servers {
    /** What the program calls itself to a server. */
    static final String AGENT = "wirephoto-desktop";

    private static final Logger LOG = LogManager.getLogger(ClientServers.class);
    private static final Duration CONNECT = Duration.ofSeconds(6);

    private final KnownServers kept;
    private final Map<String, String> environment;
    private final NetworkChoice networks;

    ClientServers(Map<String, String> environment, NetworkChoice networks) {
        this.kept = KnownServers.ofPlatform(environment);
        this.environment = Map.copyOf(environment);
        this.networks = networks;
    }

    @Override
    public List<KnownServer> known() throws IOException {
        return kept.all();
    }

    @Override
    public Optional<KnownServer> own() throws IOException {
        return LocalServer.find(environment);
    }

    @Override
    public void forget(KnownServer server) throws IOException {
        kept.remove(server.name());
    }

    @Override
    public Search search(DiscoveryListener listener) {
        return ServerDiscovery.start(networks, listener)::close;
    }

    @Override
    public Answer identify(ServerAddress address) {
        try {
            return new Answer.Stranger(WirephotoClient.fingerprint(address, CONNECT));
        } catch (IOException e) {
            return answer(e);
        }
    }

    @Override
    public Answer connect(KnownServer server) {
        try {
            ClientSession session = ClientSession.connect(server.address(), settings(server));
            KnownServer there = server.withAddress(session.address());
            return new Answer.Connected(session, keep(there, session.info().name()));
        } catch (IOException e) {
            return answer(e);
        }
    }

    private ConnectionSettings settings(KnownServer server) {
        return server.settings().withAgent(AGENT).withConnectTimeout(CONNECT).withFinder(ServerFinder.on(networks));
    }

    private static Answer answer(IOException e) {
        LOG.debug("It did not connect", e);
        return switch (e) {
            case FingerprintChangedException changed -> new Answer.Changed(changed.expected(), changed.actual());
            case ProtocolException strange when strange.peer() == Peer.PLAIN_WIREPHOTO -> new Answer.Unencrypted();
            default -> new Answer.Failed(Trouble.of(e));
        };
    }

    /**
     * A server that can't be kept was connected to all the same: that is what the person wanted. This machine's own
     * needs no keeping: it writes its invite anew at each start.
     */
    KnownServer keep(KnownServer server, String calledItself) {
        try {
            if (isOwn(server)) {
                return server;
            }
            KnownServer named = server.withName(name(server, calledItself));
            kept.put(named);
            return named;
        } catch (IOException e) {
            LOG.warn("The server {} can't be remembered: {}", server, e.getMessage());
            return server;
        }
    }

    private boolean isOwn(KnownServer server) throws IOException {
        return own().filter(mine -> isSame(mine, server) && mine.key().equals(server.key()))
                .isPresent();
    }

    /** The name that it has here already; or what it is called, with a number where another one is called that. */
    private String name(KnownServer server, String calledItself) throws IOException {
        Optional<KnownServer> before =
                kept.all().stream().filter(known -> isSame(known, server)).findFirst();
        if (before.isPresent()) {
            return before.get().name();
        }
        return kept.freeName(calledItself.isBlank() ? server.name() : calledItself);
    }

    static boolean isSame(KnownServer one, KnownServer other) {
        return one.trust().equals(other.trust())
                && (one.trust() instanceof Trust.Pinned || one.address().equals(other.address()));
    }

    @Override
    public Pulse pulse(KnownServer server) {
        return new ClientPulse(server.address(), settings(server));
    }

    @Override
    public Diagnosis examine(DoctorRequest request, DoctorListener listener) throws InterruptedException {
        return Doctor.examine(request, listener);
    }
}
