package org.wirephoto.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code wirephoto}: what all commands share. */
@Command(
        name = "wirephoto",
        versionProvider = VersionText.class,
        description = "Share images with the people on your network.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused by the server or not found, or several images failed for unlike reasons",
            "2:the command makes no sense",
            "3:the server can't be reached",
            "4:the server wants a key, or the key does not allow this",
            "5:a file here can't be read or written, or is there already",
            "6:the server is not the one that is known, or not known yet",
            "70:a fault of this program",
            "130:stopped by Ctrl+C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirephoto join",
            "  wirephoto send beach.png",
            "  wirephoto list",
            "  wirephoto fetch beach.png",
            "  wirephoto help send"
        })
final class WirephotoCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean version;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Tell more, in particular where something goes wrong.")
    private boolean verbose;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    WirephotoCommand(Session session) {
        this.session = session;
    }

    @Option(
            names = {"-s", "--server"},
            paramLabel = "SERVER",
            scope = ScopeType.INHERIT,
            description = "A joined server's name, HOST[:PORT] or an invite (default: the server joined last, or"
                    + " this machine's own).")
    void server(String text) {
        session.options().server(text);
    }

    @Option(
            names = "--fingerprint",
            paramLabel = "DIGITS",
            scope = ScopeType.INHERIT,
            description = "Trust the server of this fingerprint alone; for scripts.")
    void fingerprint(String text) {
        session.options().fingerprint(text);
    }

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Show the server the key, or take the invite, that this file holds.")
    void keyFile(String text) {
        session.options().keyFile(text);
    }

    @Option(
            names = "--plain",
            scope = ScopeType.INHERIT,
            description = "Speak without TLS, to a server that was started so.")
    void plain(boolean wanted) {
        session.options().plain(wanted);
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        CommandLine all = spec.commandLine();
        all.usage(all.getErr(), all.getColorScheme());
        return ExitCode.USAGE.number();
    }

    boolean verbose() {
        return verbose;
    }
}
