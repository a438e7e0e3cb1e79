package org.wirephoto.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wirephoto completion}: the script by which a shell completes commands and options. */
@Command(
        name = "completion",
        description = "Write the script by which a shell completes what is typed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(wirephoto completion bash)",
            "  wirephoto completion zsh > ~/.wirephoto-completion && echo 'source ~/.wirephoto-completion' >> ~/.zshrc"
        })
final class CompletionCommand implements Runnable {
    /** The shells that can take the script. */
    enum Shell {
        bash,
        zsh
    }

    private final Session session;

    @Parameters(
            paramLabel = "SHELL",
            description = "${COMPLETION-CANDIDATES}; one script suits both.",
            arity = "0..1",
            defaultValue = "bash")
    @SuppressWarnings("UnusedVariable") // one script suits all
    private Shell shell = Shell.bash;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        String script = AutoComplete.bash("wirephoto", spec.root().commandLine());
        script.lines().forEach(session.screen()::say);
    }
}
