package org.wirephoto.server;

import java.nio.file.Path;
import picocli.CommandLine;

/** {@code wirephoto-server export}. */
@CommandLine.Command(
        name = "export",
        description = "Write every image as a plain file under its name; overwrites nothing.",
        mixinStandardHelpOptions = true)
final class ExportCommand extends MaintenanceCommand {
    @CommandLine.Parameters(paramLabel = "DIR", description = "the folder to write to; made where it is not there yet")
    private Path folder = Path.of("");

    ExportCommand(StopRequests requests) {
        super(requests);
    }

    @Override
    MaintenanceTask task() {
        return new MaintenanceTask.Export(folder.toAbsolutePath().normalize());
    }
}
