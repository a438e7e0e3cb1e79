package org.wirephoto.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Files and folders that only their owner may read or write, and the forcing of both to disk. */
final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] only(Path path, Set<PosixFilePermission> permissions) {
        return hasPermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /**
     * Makes a folder with all that lead to it.
     *
     * @throws ForeignFolderException if a file or a link is in its place
     */
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.createDirectories(folder, only(folder, FOLDER));
            } catch (FileAlreadyExistsException e) {
                throw notAFolder(folder);
            }
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw notAFolder(folder);
        }
    }

    private static ForeignFolderException notAFolder(Path folder) {
        return new ForeignFolderException(folder + " is not a plain folder. Name another one.");
    }

    /** Takes a folder's rights from everybody but its owner. */
    static void closeToOthers(Path folder) throws IOException {
        if (hasPermissions(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    /** Makes an empty file; fails where there is something already. */
    static void create(Path file) throws IOException {
        Files.createFile(file, only(file, FILE));
    }

    /** Makes an empty file where there is none. */
    static void createIfMissing(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            create(file);
        }
    }

    /** Makes a file and opens it for writing and reading; fails where there is something already. */
    static FileChannel openNew(Path file) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return FileChannel.open(file, options, only(file, FILE));
    }

    /** Opens a file that exists, with no link in its place. */
    static FileChannel open(Path file, StandardOpenOption... how) throws IOException {
        Set<OpenOption> options = new java.util.HashSet<>(Set.of(how));
        options.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, options);
    }

    /** A file that has no more than {@code size} bytes; every other is closed. */
    static Optional<FileChannel> ifWithin(FileChannel channel, long size) throws IOException {
        try {
            if (channel.size() <= size) {
                return Optional.of(channel);
            }
        } catch (IOException | RuntimeException e) {
            Closing.after(e, channel::close);
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Makes what a file has outlive a power cut. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes which files a folder has outlive a power cut, where the system lets a folder be forced. */
    static void forceFolder(Path folder) throws IOException {
        if (hasPermissions(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
