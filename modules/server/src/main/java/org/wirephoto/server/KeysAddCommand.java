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

/** {@code wirephoto-server keys add}. */
@CommandLine.Command(name = "add", description = "Make a key and show it, this once.", mixinStandardHelpOptions = true)
final class KeysAddCommand implements Callable<Integer> {
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
            required = true,
            paramLabel = "ROLE",
            description = "viewer (looks), contributor (also sends, and changes what it sent) or curator (all)")
    private String role = "";

    @Option(
            names = "--label",
            required = true,
            paramLabel = "TEXT",
            description = "whose key it is, for people; images sent with it show it")
    private String label = "";

    @Option(names = "--quota", paramLabel = "SIZE", description = "how many bytes its images together may have")
    private @Nullable String quota;

    @Option(names = "--invite", description = "show an invite, which has the server's address and fingerprint too")
    private boolean invite;

    KeysAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws FailureException, SettingException, IOException {
        Role wanted = KeyWords.role(role);
        KeyLabel whose = KeyWords.label(label);
        OptionalLong most = quota == null ? OptionalLong.empty() : KeyWords.quota(quota);
        handout.require(terminal);
        KeyOffice office = new KeyOffice(data.folder());
        Optional<KeyOffice.Target> target = invite ? Optional.of(office.target(host.host())) : Optional.empty();
        NewKey made = office.add(wanted, whose, most);
        PrintWriter out = Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
        try {
            if (target.isPresent()) {
                handout.invite(target.get().invite(made), made.entry(), terminal, out);
            } else {
                handout.key(made, out);
            }
        } catch (IOException e) {
            office.takeBack(made);
            throw e;
        }
        return ExitCode.OK;
    }
}
