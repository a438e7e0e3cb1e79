package org.wirephoto.server;

import java.nio.file.Path;
import picocli.CommandLine;

/** {@code wirephoto-server import}. */
@CommandLine.Command(
        name = "import",
        description = "Save every image of a folder, and of those in it, under its own name.",
        mixinStandardHelpOptions = true)
final class ImportCommand extends MaintenanceCommand {
    @CommandLine.Parameters(paramLabel = "DIR", description = "the folder to read")
    private Path folder = Path.of("");

    ImportCommand(StopRequests requests) {
        super(requests);
    }

    @Override
    MaintenanceTask task() {
        return new MaintenanceTask.Import(folder.toAbsolutePath().normalize());
    }

    @Override
    boolean startsAfresh() {
        return true;
    }
}
