package org.wirephoto.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wirephoto.client.KnownServer;
import org.wirephoto.client.KnownServers;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.Trust;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.AccessKey;
import org.wirephoto.protocol.Fingerprint;
import org.wirephoto.protocol.Invite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirephoto join}: keeps a server, whom to trust there and the key, so that nothing has to be said any more. */
@Command(
        name = "join",
        description = "Join a server: check its invite and keep it for later.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirephoto join",
            "  wirephoto join < invite.txt",
            "  wirephoto join 192.168.1.5",
            "",
            "Without INVITE it is asked for and read without being shown. An invite that is typed as INVITE stays in"
                    + " the shell's history, and for a moment every user of this machine can see it: it holds a key.",
            "A server that is joined again is kept anew. That is also how to accept one that was set up anew."
        })
final class JoinCommand extends ReportedCommand {
    private static final int MOST_LINES = 8;

    @Parameters(
            paramLabel = "INVITE",
            arity = "0..1",
            description = "The invite, wirephoto://…; or HOST[:PORT] or a joined server's name.")
    private Optional<String> invite = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "What to call the server here.")
    private Optional<String> name = Optional.empty();

    JoinCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.CONNECT);
    }

    @Override
    ExitCode work() throws IOException, RefusedException {
        name.ifPresent(KnownNames::check);
        session().options().server(text());
        Choice choice = session().chooser().choose(session().options());
        Introduction introduction = session().introduction(json());
        Trust trust = trust(introduction, choice);
        Choice trusting = trusting(choice, trust);
        try (WirephotoClient client = introduction.connect(trusting, trust, 1)) {
            session().interruption().onRequest(client::close);
            tell(keep(trusting, trust, client), client);
        }
        return ExitCode.OK;
    }

    private String text() throws IOException {
        Optional<String> given = invite.or(session().options()::server);
        if (given.isPresent()) {
            return given.get();
        }
        StringBuilder text = new StringBuilder(secret("Paste the invite (it is not shown): ")
                .orElseThrow(() -> new UsageException("No invite came. Paste one, or write: wirephoto join < FILE")));
        // Mail breaks long lines: what is left of a link would be read by the shell, and stay in its history.
        for (int line = 1; line < MOST_LINES && isPart(text.toString()); line++) {
            Optional<String> more = secret("The rest of it, or Enter: ");
            if (more.isEmpty()) {
                break;
            }
            text.append(more.get());
        }
        return text.toString().strip();
    }

    private boolean isPart(String text) {
        return session().person().isThere()
                && ServerChooser.isLink(text)
                && Invite.parse(text).isEmpty();
    }

    private Optional<String> secret(String prompt) throws IOException {
        return session().person().secret(prompt);
    }

    /** What is kept under the name that was given, if it is a name. */
    private Optional<KnownServer> kept() throws IOException {
        String text = session().options().server().orElseThrow();
        return session().chooser().named(text, Choice.Reason.NAMED).known();
    }

    /** A server that is kept already may have become another one: joining it is how a person says that this is fine. */
    private Trust trust(Introduction introduction, Choice choice) throws IOException {
        Optional<KnownServer> known = choice.known();
        if (known.isEmpty() || !(known.get().trust() instanceof Trust.Pinned(Fingerprint pinned))) {
            return introduction.trust(choice);
        }
        Fingerprint shown = introduction.shown(choice);
        return shown.equals(pinned) ? known.get().trust() : introduction.changed(known.get(), pinned, shown);
    }

    /** Where a person said that a server is the new one, the key that is kept goes along. */
    private Choice trusting(Choice choice, Trust trust) throws IOException {
        Optional<AccessKey> key = choice.key();
        if (key.isEmpty() && trust instanceof Trust.Pinned) {
            key = kept().flatMap(KnownServer::key);
        }
        Choice changed = choice.with(trust);
        return key.map(changed::withKey).orElse(changed);
    }

    private KnownServer keep(Choice choice, Trust trust, WirephotoClient client) throws IOException {
        KnownServers known = session().known();
        Optional<KnownServer> before = before(known, trust, client);
        if (name.isPresent() && isAnothers(known, name.get(), before)) {
            throw new UsageException("Another server is called " + Wording.safe(name.get()) + " already.");
        }
        String called = name.or(() -> before.map(KnownServer::name)).orElse("");
        if (called.isEmpty()) {
            called = known.freeName(Introduction.nameFor(client));
        }
        KnownServer server = new KnownServer(called, client.address(), trust, choice.key());
        known.put(server);
        if (before.isPresent() && !before.get().name().equalsIgnoreCase(called)) {
            known.remove(before.get().name());
        }
        return server;
    }

    private static boolean isAnothers(KnownServers known, String name, Optional<KnownServer> before)
            throws IOException {
        return known.all().stream()
                .filter(server -> !Optional.of(server).equals(before))
                .anyMatch(server -> server.name().equalsIgnoreCase(name));
    }

    /** What is kept of the server that was joined: by the name that was given, by its fingerprint, or by its address. */
    private Optional<KnownServer> before(KnownServers known, Trust trust, WirephotoClient client) throws IOException {
        Optional<KnownServer> named = kept();
        if (named.isPresent()) {
            return named;
        }
        List<KnownServer> all = known.all();
        return all.stream()
                .filter(server ->
                        trust instanceof Trust.Pinned && server.trust().equals(trust))
                .findFirst()
                .or(() -> all.stream()
                        .filter(server -> server.address().equals(client.address()))
                        .findFirst());
    }

    private void tell(KnownServer server, WirephotoClient client) {
        String role = client.serverInfo().role().wire();
        if (json()) {
            screen().say(Json.object(json -> {
                json.writeStringField("name", server.name());
                json.writeStringField("address", server.address().toString());
                Json.optional(
                        json, "fingerprint", ServerLine.fingerprint(server).map(Fingerprint::hex));
                json.writeStringField("role", role);
            }));
            return;
        }
        screen().say("Joined " + Wording.safe(server.name()) + " at " + server.address() + " as a " + role + ".");
        screen().note("Where it is" + (server.trust() instanceof Trust.Pinned ? ", its fingerprint" : "")
                + (server.key().isPresent() ? " and your key are" : " is") + " kept in "
                + session().known().file() + ". To see its images: wirephoto list");
    }
}
