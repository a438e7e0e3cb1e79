package org.wirephoto.client;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Variant;

/** Where a fetched image goes: a file that the caller names, or a folder where it gets its own name. */
final class Target {
    private final Path path;
    private final boolean isFolder;
    private final boolean overwrite;

    private Target(Path path, boolean isFolder, boolean overwrite) {
        this.path = path.toAbsolutePath();
        this.isFolder = isFolder;
        this.overwrite = overwrite;
    }

    static Target file(Path file, FetchOptions options) {
        return new Target(file, false, options.overwrite());
    }

    static Target folder(Path folder, FetchOptions options) {
        return new Target(folder, true, options.overwrite());
    }

    /** The file for an original. A checked name has no separator in it, and is no name of a folder. */
    Path path(ImageName name) {
        return isFolder ? path.resolve(name.text()) : path;
    }

    /** The file for a variant, which is of another type than the image may be, and must not take its place. */
    Path path(ImageName name, Variant variant, String mediaType, Trouble trouble) throws ProtocolException {
        if (!isFolder) {
            return path;
        }
        ImageType type = ImageType.ofMediaType(mediaType)
                .orElseThrow(() -> trouble.nonsense("it sends a rendering of a type that this client does not know."));
        String text =
                name.stem() + "-" + variant.wire() + "." + type.extensions().getFirst();
        return path.resolve(Replies.name(text)
                .or(() -> Replies.name(variant.wire() + "." + type.extensions().getFirst()))
                .orElseThrow()
                .text());
    }

    static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent(), "a folder is not a place for an image");
    }

    /** Whether the image is at its place already; anything else there has to be one that may be overwritten. */
    boolean isThere(Path file, long filesize, Digest digest, Cancellation cancellation) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == filesize
                && SourceFile.of(file).digest(cancellation).equals(digest)) {
            return true;
        }
        checkFree(file);
        return false;
    }

    /** Spares a transfer that could not be put in its place; the placing itself checks again. */
    void checkFree(Path file) throws IOException {
        boolean taken = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (taken && (!overwrite || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    /** Spares a transfer that the disk has no room for. */
    static void checkRoom(Path file, long bytes) throws IOException {
        long free = Files.getFileStore(folder(file)).getUsableSpace();
        if (bytes > free) {
            throw new IOException(
                    "The image needs " + bytes + " bytes, and the disk of " + folder(file) + " has " + free + " left.");
        }
    }
}
