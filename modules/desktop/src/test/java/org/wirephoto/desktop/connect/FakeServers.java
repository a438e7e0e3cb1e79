package org.wirephoto.desktop.connect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mockito.Mockito;
import org.wirephoto.client.Diagnosis;
import org.wirephoto.client.DiscoveryListener;
import org.wirephoto.client.DoctorCheck;
import org.wirephoto.client.DoctorFinding;
import org.wirephoto.client.DoctorListener;
import org.wirephoto.client.DoctorRequest;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/** Servers that a test has set up, and what this program remembers of them. */
final class FakeServers implements Servers {
    /**
     * One of them.
     *
     * @param fingerprint who it is; empty where it does not encrypt
     * @param key what it asks for
     */
    record Fake(String name, Optional<Fingerprint> fingerprint, Optional<AccessKey> key) {}

    final Map<ServerAddress, Fake> up = new HashMap<>();
    final List<KnownServer> known = new ArrayList<>();
    final List<Session> sessions = new ArrayList<>();
    final List<KnownServer> tried = new ArrayList<>();
    Optional<KnownServer> own = Optional.empty();
    DiscoveryListener listener = DiscoveryListener.silent();
    boolean searching;
    Optional<IOException> unreadable = Optional.empty();
    Optional<DoctorRequest> examined = Optional.empty();
    Diagnosis diagnosis = new Diagnosis(List.of(), Optional.empty());

    @Override
    public List<KnownServer> known() throws IOException {
        if (unreadable.isPresent()) {
            throw unreadable.get();
        }
        return List.copyOf(known);
    }

    @Override
    public Optional<KnownServer> own() {
        return own;
    }

    @Override
    public void forget(KnownServer server) {
        known.remove(server);
    }

    @Override
    public Search search(DiscoveryListener heard) {
        listener = heard;
        searching = true;
        return () -> searching = false;
    }

    @Override
    public Answer identify(ServerAddress address) {
        Fake server = up.get(address);
        if (server == null) {
            return nobody();
        }
        return server.fingerprint().<Answer>map(Answer.Stranger::new).orElseGet(Answer.Unencrypted::new);
    }

    @Override
    public Answer connect(KnownServer wanted) {
        tried.add(wanted);
        Fake server = up.get(wanted.address());
        if (server == null) {
            return nobody();
        }
        if (wanted.trust() instanceof Trust.Pinned pinned) {
            if (server.fingerprint().isEmpty()) {
                return new Answer.Unencrypted();
            }
            if (!pinned.fingerprint().equals(server.fingerprint().get())) {
                return new Answer.Changed(
                        pinned.fingerprint(), server.fingerprint().get());
            }
        }
        if (server.key().isPresent() && !server.key().equals(wanted.key())) {
            return refused(wanted.key().isPresent() ? ErrorCode.KEY_REFUSED : ErrorCode.KEY_REQUIRED);
        }
        known.removeIf(other -> other.name().equals(wanted.name()));
        known.addFirst(wanted);
        Session session = Mockito.mock(Session.class);
        sessions.add(session);
        return new Answer.Connected(session, wanted);
    }

    static Answer refused(ErrorCode code) {
        return new Answer.Failed(
                new Trouble(Trouble.Kind.REFUSED, Optional.of(code), code.sentence(), Optional.empty()));
    }

    private static Answer nobody() {
        return new Answer.Failed(new Trouble(
                Trouble.Kind.UNREACHABLE, Optional.empty(), "No server answers. Check the address.", Optional.empty()));
    }

    @Override
    public Pulse pulse(KnownServer server) {
        throw new UnsupportedOperationException("no test of this asks for a pulse");
    }

    @Override
    public Diagnosis examine(DoctorRequest request, DoctorListener heard) {
        examined = Optional.of(request);
        heard.begins(DoctorCheck.INTERFACES);
        heard.ended(new DoctorFinding(DoctorCheck.INTERFACES, DoctorFinding.Seen.ON_NETWORKS, List.of("eth0")));
        return diagnosis;
    }
}
