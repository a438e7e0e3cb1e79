package org.wirephoto.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code wirephoto help}: the same as {@code --help}, where people look for it first. */
@Command(name = "help", description = "Show the help of a command.")
final class HelpCommand implements Runnable {
    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..2",
            description = "The command, and one of its own if it has some; all of them if there is none.")
    private List<String> wanted = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine all = spec.root().commandLine();
        CommandLine command = all;
        for (String name : wanted) {
            command = find(command, name);
        }
        command.usage(all.getOut(), all.getColorScheme());
    }

    private static CommandLine find(CommandLine all, String name) {
        return Optional.ofNullable(all.getSubcommands().get(name))
                .orElseThrow(() -> new UnmatchedArgumentException(all, List.of(name)));
    }
}
