package org.wirephoto.server;

import java.nio.file.Path;
import picocli.CommandLine;

/** {@code wirephoto-server backup}. */
@CommandLine.Command(
        name = "backup",
        description =
                "Copy images and catalogue, as they are at one moment, to a folder that a server can be started on.",
        mixinStandardHelpOptions = true)
final class BackupCommand extends MaintenanceCommand {
    @CommandLine.Parameters(paramLabel = "DIR", description = "a folder that is empty or not there yet")
    private Path folder = Path.of("");

    BackupCommand(StopRequests requests) {
        super(requests);
    }

    @Override
    MaintenanceTask task() {
        return new MaintenanceTask.Backup(folder.toAbsolutePath().normalize());
    }
}
