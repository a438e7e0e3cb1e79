package org.wirephoto.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import org.wirephoto.library.ImageLibrary;
import org.wirephoto.library.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the maintenance commands have in common: where a server has the data folder it does the work, and otherwise
 * this process takes the folder's lock and does it itself.
 */
abstract class MaintenanceCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final DataOption data = new DataOption();

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    private final StopRequests requests;

    MaintenanceCommand(StopRequests requests) {
        this.requests = requests;
    }

    /** What is to be done. */
    abstract MaintenanceTask task();

    /** Whether it makes sense where there are no images yet. */
    boolean startsAfresh() {
        return false;
    }

    @Override
    public final Integer call() throws FailureException, SettingException, IOException, InterruptedException {
        CommandLine commandLine =
                Optional.ofNullable(spec).map(CommandSpec::commandLine).orElseThrow();
        MaintenanceConsole console =
                new MaintenanceConsole(commandLine.getOut(), commandLine.getErr(), MaintenanceConsole.isTerminal());
        try {
            return report(commandLine.getOut(), task(), perform(data.folder(), task(), console));
        } catch (IOException | InterruptedException e) {
            if (!console.isCancelled()) {
                throw e;
            }
            LogManager.getLogger(MaintenanceCommand.class).debug("Stopped in the middle", e);
            commandLine.getErr().println("Stopped before the end.");
            return ExitCode.INTERRUPTED;
        }
    }

    private MaintenanceTask.Outcome perform(DataFolder folder, MaintenanceTask task, MaintenanceConsole console)
            throws FailureException, SettingException, IOException, InterruptedException {
        try {
            Optional<ControlClient> server = ControlClient.connect(folder.path());
            return server.isPresent() ? ask(server.get(), task, console) : work(folder, task, console);
        } finally {
            console.clear();
        }
    }

    private MaintenanceTask.Outcome ask(ControlClient server, MaintenanceTask task, MaintenanceConsole console)
            throws FailureException, IOException {
        try (server) {
            requests.onFirst(() -> {
                console.cancel();
                leave(server);
            });
            return server.run(task, console);
        }
    }

    private static void leave(ControlClient server) {
        try {
            server.close();
        } catch (IOException e) {
            LogManager.getLogger(MaintenanceCommand.class).debug("Already gone", e);
        }
    }

    private MaintenanceTask.Outcome work(DataFolder folder, MaintenanceTask task, MaintenanceConsole console)
            throws FailureException, SettingException, IOException, InterruptedException {
        if (!startsAfresh() && !folder.isInUse()) {
            throw new FailureException(
                    ExitCode.FAILURE,
                    "There is no data folder of a server at " + folder.path()
                            + ": name the right one with --data DIR.");
        }
        folder.create();
        ServeSettings settings = ServeSettings.from(SettingsReader.read(folder.path(), Map.of()));
        try (ImageLibrary library = folder.openForMaintenance(settings.library())) {
            Thread worker = Thread.currentThread();
            requests.onFirst(() -> {
                console.cancel();
                worker.interrupt();
            });
            return MaintenanceTask.Outcome.of(task.run(library, console));
        } catch (RefusedException e) {
            throw new FailureException(ExitCode.FAILURE, e.sentence(), e);
        }
    }

    private static int report(PrintWriter out, MaintenanceTask task, MaintenanceTask.Outcome outcome) {
        String problems = outcome.findings() == 1 ? "1 problem" : outcome.findings() + " problems";
        String end = outcome.complete() ? "" : ", then stopped";
        out.println(task.summary(outcome) + end + ". " + (outcome.findings() == 0 ? "No problems." : problems + "."));
        out.flush();
        if (!outcome.complete()) {
            return ExitCode.INTERRUPTED;
        }
        return outcome.findings() == 0 ? ExitCode.OK : ExitCode.FAILURE;
    }
}
