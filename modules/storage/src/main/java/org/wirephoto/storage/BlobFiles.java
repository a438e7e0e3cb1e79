package org.wirephoto.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Digest;

/** The folder of the blobs: {@code images/ab/<sha256>}, where {@code ab} are the first digits of the digest. */
final class BlobFiles {
    private static final Logger LOG = LogManager.getLogger();
    private static final int FOLDERS = 256;
    private static final int FOLDER_DIGITS = 2;
    private static final String COPYING = ".copy";

    private final Path folder;

    /** Takes a folder into use: with all its folders made at once, none of them ever needs to be forced later. */
    BlobFiles(Path folder) throws IOException {
        this.folder = folder;
        PrivateFiles.createFolder(folder);
        for (int i = 0; i < FOLDERS; i++) {
            PrivateFiles.createFolder(folder.resolve(HexFormat.of().toHexDigits((byte) i)));
        }
        PrivateFiles.forceFolder(folder);
    }

    Path folder() {
        return folder;
    }

    Path file(Digest digest) {
        return folderOf(digest).resolve(digest.hex());
    }

    private Path folderOf(Digest digest) {
        return folder.resolve(digest.hex().substring(0, FOLDER_DIGITS));
    }

    boolean contains(Digest digest) {
        return Files.isRegularFile(file(digest), LinkOption.NOFOLLOW_LINKS);
    }

    boolean delete(Digest digest) throws IOException {
        return Files.deleteIfExists(file(digest));
    }

    /**
     * Puts a file's bytes in the blob's place, if the blob is not there, and forces the folder in any case: whoever
     * put it there may not have come to that.
     *
     * @param from has been forced to disk; stays where it is
     */
    void place(Path from, Digest digest, long size) throws IOException {
        Path blob = file(digest);
        Optional<Long> held = sizeOf(blob);
        if (held.isPresent() && held.get() != size) {
            LOG.warn("The blob {} had {} bytes instead of {}; it is written anew", blob, held.get(), size);
            Files.delete(blob);
        }
        if (held.isEmpty() || held.get() != size) {
            link(from, blob);
        }
        PrivateFiles.forceFolder(folderOf(digest));
    }

    private static Optional<Long> sizeOf(Path blob) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(blob, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(found.isRegularFile() ? found.size() : -1);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // what was asked
        }
    }

    private static void link(Path from, Path blob) throws IOException {
        try {
            Files.createLink(blob, from);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Two uploads of the same bytes ended together: {}", blob, e);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("This file system has no hard links; the bytes are copied", e);
            copy(from, blob);
        }
    }

    /** The slow way, in which the blob appears as a whole too. */
    private static void copy(Path from, Path blob) throws IOException {
        Path copying = from.resolveSibling(from.getFileName() + COPYING + UploadName.ANONYMOUS);
        try (FileChannel source = PrivateFiles.open(from, StandardOpenOption.READ);
                FileChannel target = PrivateFiles.openNew(copying)) {
            for (long done = 0; done < source.size(); ) {
                done += source.transferTo(done, source.size() - done, target);
            }
            target.force(true);
        }
        Files.move(copying, blob, StandardCopyOption.ATOMIC_MOVE);
    }

    <X extends Exception> void forEachDigest(Visitor<Digest, X> visitor) throws X, IOException {
        for (int i = 0; i < FOLDERS; i++) {
            String digits = HexFormat.of().toHexDigits((byte) i);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(digits), digits + "*")) {
                for (Path file : files) {
                    Optional<Digest> digest = Digest.parse(file.getFileName().toString());
                    if (digest.isPresent()) {
                        visitor.visit(digest.get());
                    }
                }
            }
        }
    }
}
