package org.wirephoto.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.wirephoto.client.Invitation;
import org.wirephoto.client.RefusedException;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.protocol.Invite;
import org.wirephoto.protocol.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wirephoto invite}: makes a key for somebody else, and the link that has it. */
@Command(
        name = "invite",
        description = "Make an invite for somebody else; for curators.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirephoto invite --label 'Ann, phone'",
            "  wirephoto invite --role viewer --output for-ann.txt",
            "",
            "Whoever has the invite has the key in it. It is shown once, and on a terminal alone; on the server,"
                    + " wirephoto-server keys revoke ends it."
        })
final class InviteCommand extends ServerCommand {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            completionCandidates = Words.Roles.class,
            converter = Words.Roles.class,
            defaultValue = "contributor",
            description = "What the key allows: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Role role = Role.CONTRIBUTOR;

    @Option(names = "--label", paramLabel = "TEXT", description = "Whose key it is, as others see it.")
    private String label = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the invite to a new file that you alone can read.")
    private Optional<String> output = Optional.empty();

    InviteCommand(Session session) {
        super(session);
    }

    @Override
    Attempt attempt() {
        return Attempt.of(Action.INVITE);
    }

    @Override
    void check() {
        if (output.isEmpty() && (json() || !session().host().terminal().output())) {
            throw new UsageException("An invite holds a key, and is shown on a terminal alone. Add --output FILE.");
        }
    }

    @Override
    ExitCode run(WirephotoClient client) throws IOException, RefusedException {
        if (output.isEmpty()) {
            Invitation made = client.invite(role, label);
            show(made, made.at(client.address()));
            warnOfLoopback(client);
            return ExitCode.OK;
        }
        try (SecretFile file = SecretFile.create(session().host().folder(), output.get())) {
            Invitation made = client.invite(role, label);
            file.keep(made.at(client.address()).link() + "\n");
            tellOfFile(made, file.path());
        }
        warnOfLoopback(client);
        return ExitCode.OK;
    }

    private void show(Invitation made, Invite invite) {
        screen().say("An invite for " + whom(made) + ", who may do what a " + role.wire() + " may:");
        screen().say("");
        screen().say("  " + invite.link());
        screen().say("");
        QrCode.lines(invite.link(), session().host().terminal()).forEach(screen()::say);
        screen().note("It is shown this once. Whoever has it joins with: wirephoto join");
    }

    private void tellOfFile(Invitation made, Path file) {
        if (json()) {
            screen().say(Json.object(json -> {
                json.writeStringField("label", made.label());
                json.writeStringField("role", role.wire());
                json.writeStringField("file", file.toString());
            }));
            return;
        }
        screen().say("Wrote an invite for " + whom(made) + " to " + Wording.safe(file.toString()) + ".");
        screen().note("Whoever has it joins with: wirephoto join < FILE");
    }

    private static String whom(Invitation made) {
        return made.label().isBlank() ? "somebody else" : Wording.safe(made.label());
    }

    private void warnOfLoopback(WirephotoClient client) {
        if (ServerChooser.isLoopback(client.address().host())) {
            screen().note("The address in it, " + client.address() + ", is this machine's own: others can't reach it,"
                    + " and look for the server on the network. Make the invite with wirephoto-server invite instead,"
                    + " or name the server with --server and the address that others know.");
        }
    }
}
