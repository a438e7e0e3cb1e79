package org.wirephoto.desktop.connect;

import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.wirephoto.client.FoundServer;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.ServerAddress;

/** The page on which a person chooses a server, for tests of other packages that look at it. */
public final class ShownServers {
    private static final String FIRST = "ab".repeat(32);
    private static final String SECOND = "cd".repeat(32);

    private ShownServers() {}

    /** The page with a server that is known and two that were found. On the UI thread; nothing is connected to. */
    public static Parent page(Work work, Texts texts) {
        FakeServers servers = new FakeServers();
        ServerAddress studio = new ServerAddress("192.168.1.5", 9999);
        servers.known.add(
                new KnownServer("Living room", studio, new Trust.Pinned(new Fingerprint(FIRST)), Optional.empty()));
        ConnectModel model = new ConnectModel(servers, work, Runnable::run, (session, server) -> {});
        DoctorModel doctor = new DoctorModel(servers, work, Runnable::run, new NetworkChoice.None());
        ConnectPage page = new ConnectPage(model, doctor, work, texts);
        model.look();
        servers.listener.appeared(new FoundServer("Living room", List.of(studio), FIRST.substring(0, 16), true, 1));
        servers.listener.appeared(new FoundServer(
                "Photo club", List.of(new ServerAddress("192.168.1.23", 9999)), SECOND.substring(0, 16), true, 1));
        servers.listener.appeared(
                new FoundServer("Workshop", List.of(new ServerAddress("192.168.1.31", 9999)), "", false, 1));
        return page;
    }
}
