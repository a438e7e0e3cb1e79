package org.wirephoto.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/** Small files with secrets or digests in them, which only their owner may read. */
final class OwnerFiles {
    private static final Set<PosixFilePermission> RIGHTS = PosixFilePermissions.fromString("rw-------");

    private OwnerFiles() {}

    /**
     * Makes a file, for its owner alone from its first moment.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is something already
     */
    static void create(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Opens a file for writing and makes it where it is missing, for its owner alone. */
    static FileChannel openOrCreate(Path file) throws IOException {
        FileChannel channel = open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        boolean done = false;
        try {
            giveToOwnerOf(folder(file), file);
            done = true;
            return channel;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    private static FileChannel open(Path file, Set<OpenOption> options) throws IOException {
        FileAttribute<?>[] rights = DataFolder.isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(RIGHTS)}
                : new FileAttribute<?>[0];
        return FileChannel.open(file, options, rights);
    }

    /** Puts a file in the place of an earlier one: whoever looks sees all of either, also after a power cut. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            create(part, bytes);
            giveToOwnerOf(folder(file), part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        forceFolder(folder(file));
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    }

    /** Whatever an administrator makes in a server's folder, that server has to be able to read. */
    private static void giveToOwnerOf(Path folder, Path file) throws IOException {
        if (DataFolder.isPosix()) {
            UserPrincipal owner = Files.getOwner(folder);
            if (!owner.equals(Files.getOwner(file))) {
                Files.setOwner(file, owner);
            }
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        if (DataFolder.isPosix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Whether others than its owner may read or write a file. */
    static boolean isOpenToOthers(Path file) throws IOException {
        return DataFolder.isPosix() && !RIGHTS.containsAll(Files.getPosixFilePermissions(file));
    }
}
