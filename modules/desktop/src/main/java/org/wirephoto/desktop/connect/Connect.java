package org.wirephoto.desktop.connect;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.UiThread;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.desktop.text.Texts;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.NetworkChoice;
import org.wirephoto.protocol.ServerAddress;

/**
 * The way to a server, for the rest of the program: a page on which a person chooses one, and what hands over the
 * session once it is open. On the UI thread.
 */
public final class Connect implements AutoCloseable {
    private final Servers servers;
    private final Work work;
    private final Texts texts;
    private final ConnectModel model;
    private final ConnectPage page;
    private Runnable leave = () -> {};

    /** What all parts of the program share. */
    public record Surroundings(Work work, UiThread ui, Texts texts) {}

    /**
     * A way that leads nowhere yet.
     *
     * @param environment the variables that may move this platform's folders, as in {@link System#getenv()}
     * @param networks where to look for servers
     * @param arrived takes a session over, and what watches over its connection; both are to be closed
     */
    public static Connect of(
            Map<String, String> environment,
            NetworkChoice networks,
            Surroundings surroundings,
            BiConsumer<Session, Link> arrived) {
        return new Connect(new ClientServers(environment, networks), networks, surroundings, arrived);
    }

    Connect(Servers servers, NetworkChoice networks, Surroundings surroundings, BiConsumer<Session, Link> arrived) {
        this.servers = servers;
        this.work = surroundings.work();
        this.texts = surroundings.texts();
        model = new ConnectModel(
                servers, work, surroundings.ui(), (session, server) -> arrived.accept(session, link(server)));
        page = new ConnectPage(model, new DoctorModel(servers, work, surroundings.ui(), networks), work, texts);
    }

    private Link link(KnownServer server) {
        return new Link(new LinkModel(servers.pulse(server), work), texts, () -> leave.run());
    }

    /** The page. */
    public Parent page() {
        return page;
    }

    /** What to do when a person wants another server: show the page again, say. */
    public void onLeave(Runnable action) {
        leave = action;
    }

    /** Begins to look, and goes where the person was last. */
    public void goBack() {
        model.look();
        model.goBack();
    }

    /** Begins to look, and lets the person choose. */
    public void choose() {
        model.cancel();
        page.focus();
    }

    /** Why it was not possible to get to a server; empty while nothing is wrong. */
    public ObservableValue<Optional<Trouble>> trouble() {
        return model.step().map(step -> switch (step) {
            case Step.Failed failed -> Optional.of(failed.trouble());
            case Step.Unusable unusable -> Optional.of(unusable.trouble());
            case Step.Choosing _,
                    Step.Connecting _,
                    Step.Asking _,
                    Step.AskingPlain _,
                    Step.AskingKey _,
                    Step.Changed _,
                    Step.Unencrypted _,
                    Step.AskingForget _,
                    Step.Arrived _ -> Optional.<Trouble>empty();
        });
    }

    /** Goes to the server of an invite. */
    public void go(Invite invite) {
        model.choose(invite);
    }

    /**
     * Goes to an address.
     *
     * @param plain whether the person said that the server does not encrypt
     */
    public void go(ServerAddress address, boolean plain) {
        if (plain) {
            model.choose(
                    new Place.Known(new KnownServer(address.toString(), address, new Trust.Plain(), Optional.empty())));
        } else {
            model.enter(address.toString());
        }
    }

    /** Looks and tries no more. */
    @Override
    public void close() {
        model.close();
    }
}
