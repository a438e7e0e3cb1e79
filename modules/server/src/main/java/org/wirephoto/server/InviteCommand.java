package org.wirephoto.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.Role;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code wirephoto-server invite}. */
@CommandLine.Command(
        name = "invite",
        description = "Make a key for somebody and show it as an invite: a link and a QR code with all they need.",
        mixinStandardHelpOptions = true)
final class InviteCommand implements Callable<Integer> {
    private static final KeyLabel GUEST = new KeyLabel("guest");

    @CommandLine.Mixin
    private final DataOption data = new DataOption();

    @CommandLine.Mixin
    private final Handout handout = new Handout();

    @CommandLine.Mixin
    private final HostOption host = new HostOption();

    private final Terminal terminal;

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "contributor",
            description = "viewer (looks), contributor (also sends, and changes what it sent: the default) or curator"
                    + " (all)")
    private String role = "";

    @Option(names = "--label", paramLabel = "TEXT", description = "whose it is, for people (guest, and a number)")
    private @Nullable String label;

    InviteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws FailureException, SettingException, IOException {
        Role wanted = KeyWords.role(role);
        Optional<KeyLabel> named = label == null ? Optional.empty() : Optional.of(KeyWords.label(label));
        handout.require(terminal);
        KeyOffice office = new KeyOffice(data.folder());
        KeyOffice.Target target = office.target(host.host());
        NewKey made = named.isPresent()
                ? office.add(wanted, named.get(), OptionalLong.empty())
                : office.addNumbered(wanted, GUEST);
        PrintWriter out = Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
        try {
            handout.invite(target.invite(made), made.entry(), terminal, out);
        } catch (IOException e) {
            office.takeBack(made);
            throw e;
        }
        return ExitCode.OK;
    }
}
