package org.wirephoto.server;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code wirephoto-server keys}: who may come in. */
@CommandLine.Command(
        name = "keys",
        description = "Make, list and revoke the keys that let people in; a running server follows at once.",
        mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    private KeysCommand() {}

    /** The command with those below it. */
    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new KeysCommand())
                .addSubcommand(new KeysAddCommand(terminal))
                .addSubcommand(new KeysListCommand())
                .addSubcommand(new KeysRevokeCommand());
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        CommandLine commandLine =
                Optional.ofNullable(spec).map(CommandSpec::commandLine).orElseThrow();
        commandLine.usage(commandLine.getErr());
        return ExitCode.USAGE;
    }
}
