package org.wirephoto.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands that make a key have in common: their options, and how the key gets to whoever asked for it. */
final class KeyMaking {
    @CommandLine.Mixin
    private final DataOption data = new DataOption();

    @CommandLine.Mixin
    private final Handout handout = new Handout();

    @CommandLine.Mixin
    private final HostOption host = new HostOption();

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /**
     * Makes a key and hands it out, or takes it back where that fails.
     *
     * @param invite whether it is handed out as an invite, and not alone
     * @return the exit code
     */
    int make(Terminal terminal, boolean invite, Maker maker) throws FailureException, SettingException, IOException {
        handout.require(terminal);
        KeyOffice office = new KeyOffice(data.folder());
        Optional<KeyOffice.Target> target = invite ? Optional.of(office.target(host.host())) : Optional.empty();
        NewKey made = maker.make(office);
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

    /** Makes the key that a command is about. */
    @FunctionalInterface
    interface Maker {
        NewKey make(KeyOffice office) throws FailureException, IOException;
    }
}
