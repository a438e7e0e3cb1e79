package org.wirephoto.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A new file that its owner alone can read; it goes again if nothing was kept in it. */
final class SecretFile implements AutoCloseable {
    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];

    private final Path path;
    private boolean kept;

    private SecretFile(Path path) {
        this.path = path;
    }

    /**
     * Makes the file before there is a secret, so that no secret is made in vain.
     *
     * @throws UsageException if the text can't be the name of a file
     * @throws IOException if the file can't be made, or is there already
     */
    static SecretFile create(Path folder, String text) throws IOException {
        try {
            return new SecretFile(Files.createFile(folder.resolve(text), OWNER_ONLY));
        } catch (InvalidPathException e) {
            throw new UsageException(Wording.safe(text) + " can't be the name of a file.");
        } catch (FileAlreadyExistsException e) {
            throw new FailedException(new Failure(
                    ExitCode.LOCAL, "file-exists", Wording.safe(text) + " is here already. Name a new file."));
        }
    }

    Path path() {
        return path;
    }

    void keep(String secret) throws IOException {
        Files.write(path, secret.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.TRUNCATE_EXISTING);
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            Files.deleteIfExists(path);
        }
    }
}
