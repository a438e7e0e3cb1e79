package org.wirephoto.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that nobody may use until this is closed; a test that needs one is skipped for an account that may all. */
final class ForbiddenFolder implements AutoCloseable {
    private final Path folder;

    ForbiddenFolder(Path folder) throws IOException {
        this(folder, "---------");
    }

    ForbiddenFolder(Path folder, String permissions) throws IOException {
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        boolean usable = Files.isWritable(folder);
        if (usable) {
            close();
        }
        assumeThat(usable).as("this account may do everything").isFalse();
    }

    @Override
    public void close() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
}
