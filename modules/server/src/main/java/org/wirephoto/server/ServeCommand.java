package org.wirephoto.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code wirephoto-server serve}: reads the settings, starts what makes up a server, and waits to be told to stop. */
@CommandLine.Command(
        name = "serve",
        description = "Start a server, and run until Ctrl+C.",
        footer = {
            "",
            "Each option but --data can also be a line of server.properties in the data folder, such as "
                    + "max-filesize=600M. The command line wins.",
            "Sizes: K, M, G, T, or KiB, MiB (powers of 1024), or kB, MB "
                    + "(powers of 1000). Times: ms, s, min, h, days."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final DataOption data = new DataOption();

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    private final StopRequests requests;
    private final Terminal terminal;
    private final CountDownLatch stop = new CountDownLatch(1);

    private ServeCommand(StopRequests requests, Terminal terminal) {
        this.requests = requests;
        this.terminal = terminal;
    }

    /** The command, with an option for each setting. */
    static CommandLine commandLine(StopRequests requests, Terminal terminal) {
        CommandLine commandLine = new CommandLine(new ServeCommand(requests, terminal));
        for (Setting setting : Setting.values()) {
            OptionSpec.Builder option = OptionSpec.builder(setting.option()).description(setting.description());
            commandLine
                    .getCommandSpec()
                    .addOption(
                            setting.isFlag()
                                    ? option.type(boolean.class).arity("0").build()
                                    : option.type(String.class)
                                            .paramLabel(setting.parameter())
                                            .build());
        }
        return commandLine;
    }

    @Override
    public Integer call() throws FailureException, SettingException, IOException, InterruptedException {
        CommandLine commandLine =
                Optional.ofNullable(spec).map(CommandSpec::commandLine).orElseThrow();
        DataFolder folder = data.folder();
        folder.create();
        ServeSettings settings =
                ServeSettings.from(SettingsReader.read(folder.path(), options(commandLine.getParseResult())));
        requests.onFirst(stop::countDown); // before anyone can know that the server listens
        try (ServerProgram program = ServerProgram.start(folder, settings)) {
            PrintWriter out = commandLine.getOut();
            program.banner().print(out, Machine.addresses());
            program.welcome(terminal, out);
            stop.await();
            out.println("Stopping: what runs has " + settings.timings().grace().toSeconds()
                    + " s to finish. Ctrl+C again ends it now.");
            out.flush();
            program.stop();
        }
        return ExitCode.OK;
    }

    private static Map<Setting, String> options(ParseResult result) {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            OptionSpec option = result.matchedOption(setting.option());
            if (option != null) {
                Object value = option.getValue();
                options.put(setting, value.toString());
            }
        }
        return options;
    }
}
