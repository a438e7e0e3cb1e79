package org.wirephoto.server;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirephoto.protocol.Role;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code wirephoto-server invite}. */
@CommandLine.Command(
        name = "invite",
        description = "Make a key for somebody and show it as an invite: a link and a QR code with all they need.",
        mixinStandardHelpOptions = true)
final class InviteCommand implements Callable<Integer> {
    private static final KeyLabel GUEST = new KeyLabel("guest");

    @CommandLine.Mixin
    private final KeyMaking making = new KeyMaking();

    private final Terminal terminal;

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
        return making.make(
                terminal,
                true,
                office -> named.isPresent()
                        ? office.add(wanted, named.get(), OptionalLong.empty())
                        : office.addNumbered(wanted, GUEST));
    }
}
