package org.wirephoto.server;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.Role;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code wirephoto-server keys add}. */
@CommandLine.Command(name = "add", description = "Make a key and show it, this once.", mixinStandardHelpOptions = true)
final class KeysAddCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final KeyMaking making = new KeyMaking();

    private final Terminal terminal;

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
        return making.make(terminal, invite, office -> office.add(wanted, whose, most));
    }
}
