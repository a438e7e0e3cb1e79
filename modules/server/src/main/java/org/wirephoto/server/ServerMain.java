package org.wirephoto.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Where {@code wirephoto-server} starts, and where its parts are put together. */
@Command(
        name = "wirephoto-server",
        description = "Keeps images and shares them with the people on your network.",
        mixinStandardHelpOptions = true,
        versionProvider = ServerMain.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:it failed, or maintenance met problems",
            "2:the command line or server.properties makes no sense",
            "3:the data folder can't be used: another process has it, or a newer version wrote it",
            "130:stopped by Ctrl+C before it was done"
        })
public final class ServerMain implements CommandLine.IVersionProvider, Callable<Integer> {
    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    /** For picocli, which makes one to ask for the version. */
    public ServerMain() {}

    /** Runs the program and exits with its code. */
    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> LogManager.getLogger(ServerMain.class)
                .fatal("The thread {} was ended by a fault", thread.getName(), fault));
        System.exit(
                commandLine(Signals::onFirst, Terminal.detect(System.getenv())).execute(args));
    }

    /** The program as picocli sees it. */
    static CommandLine commandLine(StopRequests requests, Terminal terminal) {
        return new CommandLine(new ServerMain())
                .addSubcommand(ServeCommand.commandLine(requests, terminal))
                .addSubcommand(new InviteCommand(terminal))
                .addSubcommand(KeysCommand.commandLine(terminal))
                .addSubcommand(new VerifyCommand(requests))
                .addSubcommand(new ExportCommand(requests))
                .addSubcommand(new ImportCommand(requests))
                .addSubcommand(new BackupCommand(requests))
                .addSubcommand(new HelpCommand())
                .setExecutionExceptionHandler((fault, commandLine, _) -> report(fault, commandLine));
    }

    /** Says in a sentence what went wrong; a stack trace is for the log. */
    private static int report(Exception fault, CommandLine commandLine) {
        PrintWriter err = commandLine.getErr();
        return switch (fault) {
            case FailureException failure -> {
                err.println("wirephoto-server: " + failure.getMessage());
                yield failure.exitCode();
            }
            case SettingException setting -> {
                err.println("wirephoto-server: " + setting.getMessage());
                yield ExitCode.USAGE;
            }
            case IOException io -> {
                LogManager.getLogger(ServerMain.class).debug("Ended by a fault", io);
                err.println("wirephoto-server: " + DataFolder.reason(io));
                yield ExitCode.FAILURE;
            }
            case InterruptedException _ -> ExitCode.INTERRUPTED;
            default -> {
                LogManager.getLogger(ServerMain.class).fatal("Ended by a fault of the program", fault);
                err.println("wirephoto-server: a fault of the program ended it: " + fault);
                yield ExitCode.FAILURE;
            }
        };
    }

    @Override
    public String[] getVersion() {
        Optional<ModuleDescriptor> descriptor =
                Optional.ofNullable(getClass().getModule().getDescriptor());
        return new String[] {
            "wirephoto-server "
                    + descriptor.flatMap(ModuleDescriptor::rawVersion).orElse("")
        };
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
