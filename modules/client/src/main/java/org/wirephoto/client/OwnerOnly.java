package org.wirephoto.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wirephoto.protocol.PeerText;

/** Files that hold secrets: their owner alone may read them. Where a platform has no such rights, its own hold. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int LONGEST_PATH = 500;

    private OwnerOnly() {}

    /** A path as it may be shown. */
    static String shown(Path path) {
        return PeerText.safe(path.toString(), LONGEST_PATH);
    }

    private static boolean hasRights() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> rights) {
        return hasRights()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    /** Makes a folder, and those above it, unless it is there. */
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(FOLDER));
        }
    }

    /** Opens a file to be locked, and makes it if it is not there. */
    static FileChannel openToLock(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), attributes(FILE));
    }

    /** Replaces a file as a whole: whoever reads meanwhile finds the old bytes or the new ones, and so does a crash. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(temporary); // a crash may have left one
        boolean replaced = false;
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(FILE))) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            move(temporary, file);
            replaced = true;
        } finally {
            if (!replaced) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private static void move(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING); // the best that there is here
        }
    }

    /** Reads a file, if it is no longer than {@code most}. */
    static byte[] read(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException(shown(file) + " is longer than " + most
                        + " bytes, so it is not what is looked for" + " here. Check the path.");
            }
            return bytes;
        } catch (AccessDeniedException e) {
            throw new IOException(shown(file) + " may not be read by this user. Change who owns it, or its rights.", e);
        }
    }

    /** A sentence where others than the owner may read or change a file. */
    static Optional<String> warning(Path file) throws IOException {
        if (!hasRights() || !Files.exists(file)) {
            return Optional.empty();
        }
        Set<PosixFilePermission> wider = EnumSet.noneOf(PosixFilePermission.class);
        wider.addAll(Files.getPosixFilePermissions(file, new LinkOption[0]));
        wider.removeAll(FOLDER);
        return wider.isEmpty()
                ? Optional.empty()
                : Optional.of("Others on this machine can get at the keys in " + shown(file) + ". Run: chmod 600 "
                        + shown(file));
    }
}
