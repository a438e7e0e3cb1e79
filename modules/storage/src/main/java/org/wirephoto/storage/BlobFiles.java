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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Digest;

/** The folder of the blobs: {@code images/ab/<sha256>}, where {@code ab} are the first digits of the digest. */
final class BlobFiles {
    private static final Logger LOG = LogManager.getLogger();
    private static final int FOLDERS = 256;
    private static final int FOLDER_DIGITS = 2;

    private final Path folder;
    /** The folders that are known to outlive a power cut. */
    private final Set<Path> lasting = ConcurrentHashMap.newKeySet();

    /** Takes a folder into use, if all that lies where the blobs' folders belong are folders. */
    BlobFiles(Path folder) throws IOException {
        this.folder = folder;
        PrivateFiles.createFolder(folder);
        for (int i = 0; i < FOLDERS; i++) {
            Path digits = folder.resolve(HexFormat.of().toHexDigits((byte) i));
            if (Files.exists(digits, LinkOption.NOFOLLOW_LINKS)) {
                PrivateFiles.createFolder(digits);
            }
        }
        UploadName.removeAnonymous(folder);
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
        makeLasting(folderOf(digest));
        Optional<Long> held = sizeOf(blob);
        if (held.isPresent() && held.get() != size) {
            LOG.warn("The blob {} had {} bytes instead of {}; it is written anew", blob, held.get(), size);
            Files.deleteIfExists(blob);
        }
        if (held.isEmpty() || held.get() != size) {
            link(from, blob);
        }
        PrivateFiles.forceFolder(folderOf(digest));
    }

    /** Once in a process for each folder, since the one before may have been killed between making and forcing it. */
    private void makeLasting(Path digits) throws IOException {
        if (!lasting.contains(digits)) {
            PrivateFiles.createFolder(digits);
            PrivateFiles.forceFolder(folder);
            lasting.add(digits);
        }
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

    private void link(Path from, Path blob) throws IOException {
        try {
            Files.createLink(blob, from);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Two uploads of the same bytes ended together: {}", blob, e);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("No hard link can be made here; the bytes are copied", e);
            copy(from, blob);
        }
    }

    /** The slow way, in which the blob appears as a whole too. */
    private void copy(Path from, Path blob) throws IOException {
        Path copying = folder.resolve(UploadName.anonymous());
        try (FileChannel source = PrivateFiles.open(from, StandardOpenOption.READ);
                FileChannel target = PrivateFiles.openNew(copying)) {
            long done = 0;
            while (done < source.size()) {
                done += source.transferTo(done, source.size() - done, target);
            }
            target.force(true);
            Files.move(copying, blob, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Closing.after(e, () -> Files.deleteIfExists(copying));
            throw e;
        }
    }

    <X extends Exception> void forEachDigest(Visitor<Digest, X> visitor) throws X, IOException {
        for (int i = 0; i < FOLDERS; i++) {
            String digits = HexFormat.of().toHexDigits((byte) i);
            if (Files.isDirectory(folder.resolve(digits), LinkOption.NOFOLLOW_LINKS)) {
                forEachDigestIn(digits, visitor);
            }
        }
    }

    private <X extends Exception> void forEachDigestIn(String digits, Visitor<Digest, X> visitor)
            throws X, IOException {
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
