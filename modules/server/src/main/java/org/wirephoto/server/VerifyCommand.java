package org.wirephoto.server;

import picocli.CommandLine;

/** {@code wirephoto-server verify}. */
@CommandLine.Command(
        name = "verify",
        description = "Read every image again and compare it with its digest; changes nothing without --repair.",
        mixinStandardHelpOptions = true)
final class VerifyCommand extends MaintenanceCommand {
    @CommandLine.Option(
            names = "--repair",
            description = "remove entries whose bytes are gone or damaged (damaged bytes are moved aside), and files "
                    + "that belong to no image")
    private boolean repair;

    VerifyCommand(StopRequests requests) {
        super(requests);
    }

    @Override
    MaintenanceTask task() {
        return new MaintenanceTask.Verify(repair);
    }
}
