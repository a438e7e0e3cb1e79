package org.wirephoto.desktop.connect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirephoto.client.DiscoveryListener;
import org.wirephoto.client.FoundServer;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.Trust;
import org.wirephoto.desktop.session.Job;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.desktop.session.Trouble;
import org.wirephoto.desktop.session.UiThread;
import org.wirephoto.desktop.session.Work;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.ServerAddress;

/**
 * The way to a server: what there is to choose from, what is asked on the way, and what went wrong. Confined to the UI
 * thread; all that takes time goes on elsewhere and can be cancelled.
 */
final class ConnectModel implements AutoCloseable {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Servers servers;
    private final Work work;
    private final UiThread ui;
    private final BiConsumer<Session, KnownServer> arrived;
    private final ServerRows list = new ServerRows();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Choosing());
    private final Backoff backoff = new Backoff();

    private Servers.@Nullable Search search;
    private @Nullable Attempt attempt;
    private Job job = Job.none();
    private Job pause = Job.none();

    /**
     * A way that nobody has gone yet.
     *
     * @param arrived takes the session over
     */
    ConnectModel(Servers servers, Work work, UiThread ui, BiConsumer<Session, KnownServer> arrived) {
        this.servers = servers;
        this.work = work;
        this.ui = ui;
        this.arrived = arrived;
    }

    /** How far the person has come. */
    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** What there is to choose from. */
    ObservableList<ServerRow> rows() {
        return list.rows();
    }

    /** Begins to look for servers, until {@link #close}; calling it again does nothing. */
    void look() {
        if (search == null) {
            search = servers.search(new Heard());
        }
        reload(() -> {}, this::unusable);
    }

    /** Goes where the person was last, or to the server of this machine where that is the only one there is. */
    void goBack() {
        reload(
                () -> list.knownThat(_ -> true)
                        .ifPresent(last -> choose(rows().stream()
                                .filter(row -> row.kept()
                                        .filter(kept -> kept.name().equals(last.name()))
                                        .isPresent())
                                .findFirst()
                                .map(ServerRow::place)
                                .orElse(new Place.Known(last)))),
                this::unusable);
    }

    private record Memory(List<KnownServer> known, Optional<KnownServer> own) {}

    private void reload(Runnable then, Consumer<Trouble> otherwise) {
        work.start(
                () -> new Memory(servers.known(), servers.own()),
                memory -> {
                    list.known(memory.known(), memory.own());
                    then.run();
                },
                otherwise);
    }

    /** Goes to what was typed or pasted. */
    void enter(String text) {
        switch (Entry.of(text)) {
            case Entry.Invited invited -> choose(invited.invite());
            case Entry.Address address -> {
                Runnable go = () -> choose(place(text.strip(), address.address()));
                reload(go, _ -> go.run());
            }
            case Entry.Nothing _, Entry.BrokenInvite _, Entry.Nonsense _ -> {
                // What is wrong with it stands beside the field.
            }
        }
    }

    /** Goes to the server of an invite. */
    void choose(Invite invite) {
        choose(Place.of(invite));
    }

    private Place place(String text, ServerAddress address) {
        return list.knownThat(known ->
                        known.name().equalsIgnoreCase(text) || known.address().equals(address))
                .<Place>map(Place.Known::new)
                .orElse(Place.at(address));
    }

    /** Goes to a server. */
    void choose(Place place) {
        backoff.reset();
        go(place);
    }

    private void go(Place place) {
        switch (place) {
            case Place.Known known -> connect(known, known.server());
            case Place.New unknown
            when unknown.plain() -> {
                stop();
                step.set(new Step.AskingPlain(unknown));
            }
            case Place.New unknown -> identify(unknown);
        }
    }

    private void identify(Place.New place) {
        attempt(place, () -> servers.identify(place.address()), answer -> {
            switch (answer) {
                case Answer.Stranger stranger ->
                    step.set(new Step.Asking(place, stranger.fingerprint(), place.contradicts(stranger.fingerprint())));
                case Answer.Unencrypted _ -> step.set(new Step.AskingPlain(place));
                case Answer.Failed failed -> failed(place, failed.trouble());
                case Answer.Changed _, Answer.Connected _ ->
                    throw new IllegalStateException("nobody asked for " + answer);
            }
        });
    }

    private void connect(Place place, KnownServer server) {
        attempt(place, () -> servers.connect(server), answer -> {
            switch (answer) {
                case Answer.Connected connected -> {
                    step.set(new Step.Arrived(connected.server()));
                    endSearch();
                    arrived.accept(connected.session(), connected.server());
                }
                case Answer.Changed changed -> step.set(new Step.Changed(server, changed.actual()));
                case Answer.Failed failed -> refusedOrFailed(place, server, failed.trouble());
                case Answer.Unencrypted _ -> step.set(new Step.Unencrypted(server));
                case Answer.Stranger _ -> throw new IllegalStateException("nobody asked for " + answer);
            }
        });
    }

    private void refusedOrFailed(Place place, KnownServer server, Trouble trouble) {
        Optional<ErrorCode> code = trouble.code();
        boolean refused = code.filter(ErrorCode.KEY_REFUSED::equals).isPresent();
        if (refused || code.filter(ErrorCode.KEY_REQUIRED::equals).isPresent()) {
            step.set(new Step.AskingKey(server, refused));
        } else {
            failed(place, trouble);
        }
    }

    /** A server that was used before may only be off for a while, and so is tried again; a typing mistake stays one. */
    private void failed(Place place, Trouble trouble) {
        boolean mayCome = place instanceof Place.Known && isPassing(trouble);
        wait(new Step.Failed(place, trouble, mayCome ? backoff.next() : 0));
    }

    private static boolean isPassing(Trouble trouble) {
        return trouble.kind() == Trouble.Kind.UNREACHABLE
                || trouble.kind() == Trouble.Kind.LOST
                || trouble.kind() == Trouble.Kind.LOST_UNSURE
                || trouble.code().filter(ErrorCode.BUSY::equals).isPresent();
    }

    private void wait(Step.Failed failed) {
        step.set(failed);
        if (failed.secondsLeft() > 0) {
            pause = work.after(SECOND, () -> {
                if (failed.secondsLeft() == 1) {
                    go(failed.place());
                } else {
                    wait(new Step.Failed(failed.place(), failed.trouble(), failed.secondsLeft() - 1));
                }
            });
        }
    }

    private void attempt(Place place, Callable<Answer> way, Consumer<Answer> next) {
        stop();
        Attempt mine = new Attempt(way);
        attempt = mine;
        step.set(new Step.Connecting(place));
        job = work.start(
                mine,
                answer -> {
                    mine.handOver();
                    attempt = null;
                    next.accept(answer);
                },
                trouble -> {
                    attempt = null;
                    failed(place, trouble);
                });
    }

    /** Says that the server is the right one, whatever its fingerprint. */
    void trust() {
        if (step.get() instanceof Step.Asking asking) {
            connect(
                    asking.place(),
                    new KnownServer(
                            name(asking.place()),
                            asking.place().address(),
                            new Trust.Pinned(asking.fingerprint()),
                            Optional.empty()));
        } else if (step.get() instanceof Step.AskingPlain asking) {
            connect(
                    asking.place(),
                    new KnownServer(
                            name(asking.place()), asking.place().address(), new Trust.Plain(), Optional.empty()));
        }
    }

    private static String name(Place.New place) {
        return KnownServer.isName(place.name()) ? place.name() : place.address().toString();
    }

    /**
     * Gives the key that the server asked for.
     *
     * @return whether it has the form of one
     */
    boolean key(String text) {
        Optional<AccessKey> key = Invite.parse(text).map(Invite::key).or(() -> AccessKey.parse(text));
        if (key.isPresent() && step.get() instanceof Step.AskingKey asking) {
            KnownServer server = asking.server();
            KnownServer withKey = new KnownServer(server.name(), server.address(), server.trust(), key);
            connect(new Place.Known(withKey), withKey);
        }
        return key.isPresent();
    }

    /** Tries at once what failed. */
    void again() {
        if (step.get() instanceof Step.Failed failed) {
            choose(failed.place());
        }
    }

    /** Tells of something that leads nowhere. */
    void unusable(Trouble trouble) {
        stop();
        step.set(new Step.Unusable(trouble));
    }

    /** Goes nowhere: the person chooses again. */
    void cancel() {
        stop();
        step.set(new Step.Choosing());
        look();
    }

    /** Looks for no more servers until {@link #look}: nobody sees what is found. */
    void endSearch() {
        if (search != null) {
            search.close();
            search = null;
            list.nothingFound();
        }
    }

    /** Asks before a server is forgotten: nobody gets its key back. */
    void askForget(KnownServer server) {
        stop();
        step.set(new Step.AskingForget(server));
    }

    /** Forgets a server that is known, and its key. */
    void forget(KnownServer server) {
        cancel();
        work.start(
                () -> {
                    servers.forget(server);
                    return true;
                },
                _ -> reload(() -> {}, this::unusable),
                this::unusable);
    }

    private void stop() {
        job.cancel();
        pause.cancel();
        Attempt running = attempt;
        attempt = null;
        if (running != null) {
            work.start(
                    () -> {
                        running.abandon();
                        return true;
                    },
                    _ -> {},
                    _ -> {});
        }
    }

    /** Looks and tries no more. */
    @Override
    public void close() {
        stop();
        endSearch();
    }

    /** Brings what the search tells to the UI thread. */
    private final class Heard implements DiscoveryListener {
        @Override
        public void appeared(FoundServer server) {
            ui.run(() -> list.appeared(server));
        }

        @Override
        public void changed(FoundServer before, FoundServer now) {
            ui.run(() -> list.changed(before, now));
        }

        @Override
        public void gone(FoundServer server) {
            ui.run(() -> list.gone(server));
        }
    }
}
