package org.wirephoto.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that tells other programs which port a server took. It is there, whole, while the server listens. */
final class PortFile implements AutoCloseable {
    private final Path file;

    private PortFile(Path file) {
        this.file = file;
    }

    /** Writes the port, in decimal digits and a line feed; whoever sees the file sees all of it. */
    static PortFile write(Path file, int port) throws FailureException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, port + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FailureException(
                    ExitCode.FAILURE, "The port can't be written to " + file + ": " + DataFolder.reason(e) + ".", e);
        }
        return new PortFile(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
