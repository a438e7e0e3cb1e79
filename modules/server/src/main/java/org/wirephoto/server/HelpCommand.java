package org.wirephoto.server;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code wirephoto-server help}: the same as {@code --help}, where people look for it first. */
@CommandLine.Command(name = "help", description = "Show the help of a command.")
final class HelpCommand implements Runnable {
    @CommandLine.Parameters(
            paramLabel = "COMMAND",
            arity = "0..1",
            description = "the command; all of them if there is none")
    private Optional<String> wanted = Optional.empty();

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine all = Optional.ofNullable(spec)
                .map(CommandSpec::root)
                .map(CommandSpec::commandLine)
                .orElseThrow();
        CommandLine command = wanted.map(name -> find(all, name)).orElse(all);
        command.usage(all.getOut());
    }

    private static CommandLine find(CommandLine all, String name) {
        return Optional.ofNullable(all.getSubcommands().get(name))
                .orElseThrow(() -> new CommandLine.UnmatchedArgumentException(all, List.of(name)));
    }
}
