package org.wirephoto.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.wirephoto.client.ConnectionSettings;
import org.wirephoto.client.FingerprintChangedException;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.KnownServers;
import org.wirephoto.client.ProtocolException;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.Trust;
import org.wirephoto.client.UnreachableException;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.ServerAddress;

/**
 * Connects to a server, whether it is known or not: of one that is not, its fingerprint is shown and a person is asked
 * once. What was learnt is kept.
 */
final class Introduction {
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private final Session session;
    private final boolean json;

    /** @param json whether a program reads along, and nobody may be asked */
    Introduction(Session session, boolean json) {
        this.session = session;
        this.json = json;
    }

    /** Connects, and says in one failure what is in the way and what to do about it. */
    WirephotoClient connect(Choice choice, int transfers) throws IOException, RefusedException {
        Trust trust = trust(choice);
        WirephotoClient client = connect(choice, trust, transfers);
        boolean kept = false;
        try {
            if (choice.trust().isEmpty()) {
                keepNew(choice, trust, client);
            } else {
                keepMoved(choice, client);
            }
            kept = true;
            return client;
        } finally {
            if (!kept) {
                client.close();
            }
        }
    }

    /** Connects without keeping anything. */
    WirephotoClient connect(Choice choice, Trust trust, int transfers) throws IOException, RefusedException {
        ConnectionSettings settings = choice.settings(trust)
                .withAgent("wirephoto/" + VersionText.version())
                .withTransfers(transfers)
                .withFinder(Network.finder(session.host(), choice));
        try {
            return WirephotoClient.connect(choice.address(), settings);
        } catch (FingerprintChangedException e) {
            throw new FailedException(changed(choice, e));
        } catch (UnreachableException e) {
            throw new FailedException(Failure.of(e).saying(choice.hint()));
        } catch (ProtocolException e) {
            throw new FailedException(Failure.of(e).saying(plainHint(e)));
        } catch (RefusedException e) {
            throw new FailedException(Failure.of(Attempt.of(Action.CONNECT), e).saying(keyHint(choice, e)));
        }
    }

    private static Failure changed(Choice choice, FingerprintChangedException e) {
        String whom =
                choice.known().map(KnownServer::name).orElse(choice.address().toString());
        return new Failure(
                ExitCode.UNTRUSTED,
                "fingerprint-changed",
                "The server at " + choice.address() + " is not the one that is trusted, and nothing was sent to it."
                        + "\n  trusted:  " + e.expected().grouped() + "\n  shown:    "
                        + e.actual().grouped()
                        + "\n"
                        + "Either it was set up anew, or another machine answers in its place. If its owner says that"
                        + " it is the new one: wirephoto join " + KnownNames.typed(whom));
    }

    private static String plainHint(ProtocolException e) {
        return switch (e.peer()) {
            case PLAIN_WIREPHOTO -> "To speak plain to it, add --plain.";
            case TLS -> "If that is a Wirephoto server, leave --plain out.";
            case WIREPHOTO, WEB, SSH, UNKNOWN -> "";
        };
    }

    /** Of a server of one's own whose data folder is not the one where it is looked for. */
    private static String keyHint(Choice choice, RefusedException e) {
        boolean ofKey = e.errorCode()
                .map(Failure::exit)
                .filter(exit -> exit == ExitCode.NOT_ALLOWED)
                .isPresent();
        return ofKey && ServerChooser.isLoopback(choice.address().host())
                ? "For a server of your own, add --key-file and the file local-invite in its data folder."
                : "";
    }

    /** Whom to trust at the server: what was said of it before, or what a person says now. */
    Trust trust(Choice choice) throws IOException {
        return choice.trust().isPresent() ? choice.trust().get() : firstContact(choice);
    }

    private Trust firstContact(Choice choice) throws IOException {
        Fingerprint shown = shown(choice);
        if (json || !session.person().isThere()) {
            throw new FailedException(new Failure(
                    ExitCode.UNTRUSTED,
                    "server-unknown",
                    "The server at " + choice.address() + " is not known here, and nobody can be asked whether to trust"
                            + " it. Add --fingerprint and the fingerprint that its owner sees; what answers now has "
                            + shown));
        }
        session.screen()
                .note("The server at " + choice.address() + " is not known here yet. Its fingerprint is\n  "
                        + shown.grouped() + "\nIts owner sees the same when it starts.");
        return agreed(shown, "Trust it from now on?");
    }

    /** The trust in a server, if a person agrees. */
    Trust agreed(Fingerprint shown, String question) throws IOException {
        if (!session.person().agrees(question)) {
            throw new FailedException(
                    new Failure(ExitCode.UNTRUSTED, "server-unknown", "Not trusted, and nothing was sent."));
        }
        return new Trust.Pinned(shown);
    }

    /** The trust in a server that has become another one, if a person agrees. */
    Trust changed(KnownServer server, Fingerprint kept, Fingerprint shown) throws IOException {
        String both = "The server at " + server.address() + " is not the one that is kept as "
                + Wording.safe(server.name()) + ".\n  trusted:  " + kept.grouped() + "\n  shown:    " + shown.grouped();
        if (json || !session.person().isThere()) {
            throw new FailedException(new Failure(
                    ExitCode.UNTRUSTED,
                    "fingerprint-changed",
                    both + "\nIf its owner says that it is the new one, add --fingerprint " + shown));
        }
        session.screen()
                .note(both + "\nEither it was set up anew, or another machine answers in its place: ask its"
                        + " owner which fingerprint it has.");
        return agreed(shown, "Trust the new one from now on" + (server.key().isPresent() ? ", with your key?" : "?"));
    }

    /** Who answers at the address. */
    Fingerprint shown(Choice choice) throws IOException {
        try {
            return WirephotoClient.fingerprint(choice.address(), HANDSHAKE);
        } catch (UnreachableException e) {
            throw new FailedException(Failure.of(e).saying(choice.hint()));
        } catch (ProtocolException e) {
            throw new FailedException(Failure.of(e).saying(plainHint(e)));
        }
    }

    private void keepNew(Choice choice, Trust trust, WirephotoClient client) throws IOException {
        KnownServers known = session.known();
        String name = known.freeName(nameFor(client));
        KnownServer server = new KnownServer(name, choice.address(), trust, Optional.empty());
        keep(known, server);
        session.screen()
                .note("It is kept as " + Wording.safe(name) + "; to forget it: wirephoto servers remove "
                        + KnownNames.typed(name));
    }

    /** A name that a person may type; never one that reads like another machine's. */
    static String nameFor(WirephotoClient client) {
        String own = client.serverInfo().name();
        return own.isBlank() || own.equalsIgnoreCase("localhost") || own.matches(".*[.:/].*")
                ? client.address().host()
                : own;
    }

    private void keepMoved(Choice choice, WirephotoClient client) throws IOException {
        Optional<KnownServer> known = choice.known();
        ServerAddress now = client.address();
        if (known.isPresent() && !now.equals(choice.address())) {
            session.screen().note(Wording.safe(known.get().name()) + " is at " + now + " now.");
            session.known().moved(known.get().name(), now);
        }
    }

    /** Keeps a server, and leaves the one in its place that is meant where none is named. */
    private static void keep(KnownServers known, KnownServer server) throws IOException {
        Optional<KnownServer> latest = known.latest();
        known.put(server);
        if (latest.isPresent() && !latest.get().name().equals(server.name())) {
            known.put(latest.get());
        }
    }
}
