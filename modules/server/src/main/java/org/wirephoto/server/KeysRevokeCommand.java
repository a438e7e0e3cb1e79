package org.wirephoto.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code wirephoto-server keys revoke}. */
@CommandLine.Command(
        name = "revoke",
        description = "Take a key away; connections that were opened with it end. Its images stay.",
        mixinStandardHelpOptions = true)
final class KeysRevokeCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final DataOption data = new DataOption();

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "LABEL", description = "the key's label, as \"keys list\" shows it, in any case")
    private String label = "";

    @Override
    public Integer call() throws FailureException, SettingException, IOException {
        KeyLabel whose = KeyWords.label(label);
        int count = new KeyOffice(data.folder()).revoke(whose);
        if (count == 0) {
            throw new FailureException(
                    ExitCode.FAILURE, "No key is labelled " + whose + ": \"wirephoto-server keys list\" shows them.");
        }
        PrintWriter out = Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
        out.println(count == 1 ? "Revoked the key of " + whose + "." : "Revoked " + count + " keys of " + whose + ".");
        out.flush();
        return ExitCode.OK;
    }
}
