package org.wirephoto.desktop.transfers;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.wirephoto.client.FetchOptions;
import org.wirephoto.client.RemoteImage;
import org.wirephoto.client.TransferControl;
import org.wirephoto.client.WirephotoClient;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.protocol.ImageName;

/**
 * Fetches an image into a folder.
 *
 * @param image which
 * @param folder where to
 * @param fileName what the file shall be called there
 * @param overwrite whether a file of that name may go
 */
public record FetchTask(RemoteImage image, Path folder, ImageName fileName, boolean overwrite) implements TransferTask {
    private static final int MOST_NAMES = 10_000;

    /** Fetches an image under its own name, and overwrites nothing. */
    public static FetchTask of(RemoteImage image, Path folder) {
        return new FetchTask(image, folder, image.name(), false);
    }

    @Override
    public String title() {
        return fileName.text();
    }

    @Override
    public long size() {
        return image.attributes().filesize();
    }

    /** What is fetched is the image that was seen: a later one of its name is refused with {@code changed}. */
    @Override
    public TransferResult run(Session session, TransferControl control) throws IOException {
        FetchOptions options =
                FetchOptions.createNew().withIfDigest(image.attributes().digest());
        Files.createDirectories(folder);
        return new TransferResult.Fetched(
                session.fetch(image.name(), file(), overwrite ? options.overwriting() : options, control)
                        .file());
    }

    private Path file() throws FileAlreadyExistsException {
        Path file = folder.resolve(fileName.text());
        if (overwrite && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        return file;
    }

    @Override
    public void abandon() throws IOException {
        WirephotoClient.discardPart(
                folder.resolve(fileName.text()), image.attributes().digest());
    }

    @Override
    public TransferTask replacing() {
        return new FetchTask(image, folder, fileName, true);
    }

    @Override
    public TransferTask renamed(ImageName other) {
        return new FetchTask(image, folder, other, false);
    }

    /** Looks at the folder: quick, but a question to the disk. */
    @Override
    public ImageName nextName() {
        ImageName next = Numbering.next(fileName);
        for (int i = 0; i < MOST_NAMES && Files.exists(folder.resolve(next.text()), LinkOption.NOFOLLOW_LINKS); i++) {
            next = Numbering.next(next);
        }
        return next;
    }
}
