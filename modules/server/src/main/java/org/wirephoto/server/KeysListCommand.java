package org.wirephoto.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code wirephoto-server keys list}. */
@CommandLine.Command(
        name = "list",
        description = "List the keys; they themselves stand nowhere, so they can't be shown again.",
        mixinStandardHelpOptions = true)
final class KeysListCommand implements Callable<Integer> {
    private static final String LABEL = "LABEL";

    @CommandLine.Mixin
    private final DataOption data = new DataOption();

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws FailureException, IOException {
        KeyFile file = new KeyOffice(data.folder()).file();
        KeyList list = file.read();
        CommandLine commandLine = Optional.ofNullable(spec).orElseThrow().commandLine();
        print(list.entries(), commandLine.getOut());
        for (KeyList.Fault fault : list.faults()) {
            commandLine
                    .getErr()
                    .printf("Line %d of %s admits nobody: %s.%n", fault.number(), file.path(), fault.reason());
        }
        commandLine.getErr().flush();
        return ExitCode.OK;
    }

    private static void print(List<KeyEntry> entries, PrintWriter out) {
        if (entries.isEmpty()) {
            out.println("No keys, so nobody is admitted. Make one with \"wirephoto-server keys add\".");
        } else {
            int width = entries.stream()
                    .map(entry -> entry.label().text().length())
                    .max(Comparator.naturalOrder())
                    .orElse(0);
            String format = "%-" + Math.max(width, LABEL.length()) + "s  %-11s  %-20s  %s%n";
            out.printf(format, LABEL, "ROLE", "MADE", "QUOTA");
            for (KeyEntry entry : entries) {
                String quota = entry.quota().isPresent()
                        ? Quantities.exact(entry.quota().getAsLong())
                        : "none";
                out.printf(format, entry.label(), entry.role().wire(), entry.made(), quota);
            }
        }
        out.flush();
    }
}
