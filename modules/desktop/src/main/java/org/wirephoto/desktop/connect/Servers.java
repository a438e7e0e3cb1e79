package org.wirephoto.desktop.connect;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wirephoto.client.Diagnosis;
import org.wirephoto.client.DiscoveryListener;
import org.wirephoto.client.DoctorListener;
import org.wirephoto.client.DoctorRequest;
import org.wirephoto.client.KnownServer;
import org.wirephoto.protocol.ServerAddress;

/**
 * What this program knows of servers, and how it gets to them. Every method but {@link #search} blocks: call them in
 * {@link org.wirephoto.desktop.session.Work}. Safe for any thread.
 */
interface Servers {
    /** A search that goes on until it is closed. */
    interface Search extends AutoCloseable {
        @Override
        void close();
    }

    /** Those that were used before, the last one first. */
    List<KnownServer> known() throws IOException;

    /** The server of this machine's own user, where there is one. */
    Optional<KnownServer> own() throws IOException;

    /** Forgets a server and its key. */
    void forget(KnownServer server) throws IOException;

    /** Looks for servers on the network; the listener is called on a thread of the search. Returns at once. */
    Search search(DiscoveryListener listener);

    /** Learns who answers at an address: {@link Answer.Stranger}, or why that can't be told. */
    Answer identify(ServerAddress address);

    /** Connects, and keeps the server as the one that was used last. */
    Answer connect(KnownServer server);

    /** Something small to ask a server again and again, to learn whether it is there; connects when it first beats. */
    Pulse pulse(KnownServer server);

    /** Finds out what is in the way. */
    Diagnosis examine(DoctorRequest request, DoctorListener listener) throws InterruptedException;
}
