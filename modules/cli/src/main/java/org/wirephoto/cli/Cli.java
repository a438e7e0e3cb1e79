package org.wirephoto.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: reads the arguments, runs the command and gives the exit code. */
final class Cli {
    private static final int WIDEST_HELP = 100;
    private static final String SERVER_OPTION = "--server";
    private static final Set<String> TRUST_OPTIONS = Set.of("--fingerprint", "--key-file", "--plain");

    private final Host host;
    private final Session session;
    private final WirephotoCommand root;
    private final CommandLine commandLine;

    Cli(Host host, Interruption interruption) {
        this.host = host;
        this.session = new Session(host, interruption);
        this.root = new WirephotoCommand(session);
        this.commandLine = new CommandLine(root)
                .addSubcommand(new SendCommand(session))
                .addSubcommand(new FetchCommand(session))
                .addSubcommand(new ListCommand(session))
                .addSubcommand(new ShowCommand(session))
                .addSubcommand(new RenameCommand(session))
                .addSubcommand(new RemoveCommand(session))
                .addSubcommand(new TrashCommand(session))
                .addSubcommand(new RestoreCommand(session))
                .addSubcommand(new WatchCommand(session))
                .addSubcommand(new PingCommand(session))
                .addSubcommand(new JoinCommand(session))
                .addSubcommand(servers(session))
                .addSubcommand(new InviteCommand(session))
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(new CompletionCommand(session))
                .addSubcommand(new HelpCommand())
                .setOut(writer(host.out()))
                .setErr(writer(host.err()))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(host.terminal().colour() ? Ansi.ON : Ansi.OFF))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((problem, arguments) -> mistyped(problem))
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(fault, command));
        layOut(commandLine);
    }

    private static CommandLine servers(Session session) {
        return new CommandLine(new ServersCommand(session))
                .addSubcommand(new ServersDefaultCommand(session))
                .addSubcommand(new ServersRenameCommand(session))
                .addSubcommand(new ServersRemoveCommand(session));
    }

    private static void layOut(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .abbreviateSynopsis(true)
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n");
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Cli::options);
        command.getSubcommands().values().forEach(Cli::layOut);
    }

    /** What says how to trust a server is explained once, with the commands that are about that. */
    private static String options(CommandLine.Help help) {
        Object command = help.commandSpec().userObject();
        boolean all = command instanceof WirephotoCommand
                || command instanceof JoinCommand
                || command instanceof DoctorCommand;
        boolean none = !(command instanceof ServerCommand);
        return help.optionListExcludingGroups(help.commandSpec().options().stream()
                .filter(option -> all || !TRUST_OPTIONS.contains(option.longestName()))
                .filter(option -> all || !none || !SERVER_OPTION.equals(option.longestName()))
                .toList());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** Runs one command; returns when it is done. */
    int run(String... arguments) {
        return commandLine.execute(arguments);
    }

    private int execute(ParseResult parsed) {
        if (asksForHelp(parsed)) {
            commandLine.setUsageHelpWidth(Math.min(WIDEST_HELP, host.terminal().columns()));
        }
        Log.configure(root.verbose());
        if (root.verbose()) {
            session.screen().withoutBars();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static boolean asksForHelp(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.isUsageHelpRequested() || last.commandSpec().userObject() instanceof HelpCommand;
    }

    private static int mistyped(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(MistakeSentence.of(problem));
        err.println("To see how it goes: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    private int failed(Exception fault, CommandLine command) {
        if (fault instanceof UsageException usage) {
            return mistyped(new ParameterException(command, usage.sentence()));
        }
        command.getErr()
                .println("This should not have happened: a fault of this program. Add --verbose to see more of it.");
        LogManager.getLogger(Cli.class).debug("The command failed", fault);
        return ExitCode.FAULT.number();
    }
}
