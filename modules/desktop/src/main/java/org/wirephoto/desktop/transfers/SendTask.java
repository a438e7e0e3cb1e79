package org.wirephoto.desktop.transfers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wirephoto.client.SaveOptions;
import org.wirephoto.client.TransferControl;
import org.wirephoto.desktop.metadata.BareCopy;
import org.wirephoto.desktop.session.Session;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.ImageType;

/**
 * Sends a file.
 *
 * @param file what
 * @param name the name that the image shall have
 * @param size how many bytes the file has
 * @param replace whether an image of that name goes to the trash
 * @param seen the image that may go, where one was seen when that was decided: a later one stays
 * @param bareAs the file's type, where a copy without metadata goes in its place
 * @param files where such a copy is made
 */
public record SendTask(
        Path file,
        ImageName name,
        long size,
        boolean replace,
        Optional<Digest> seen,
        Optional<ImageType> bareAs,
        TemporaryFiles files)
        implements TransferTask {
    @Override
    public String title() {
        return name.text();
    }

    /** A copy is made anew each time: the same bytes always give the same copy, so that an upload goes on with it. */
    @Override
    public TransferResult run(Session session, TransferControl control) throws IOException {
        if (bareAs.isEmpty()) {
            return save(file, session, control);
        }
        Path copy = files.create(name.extension());
        try {
            BareCopy.make(file, bareAs.get(), copy);
            return save(copy, session, control);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private TransferResult save(Path from, Session session, TransferControl control) throws IOException {
        SaveOptions options =
                replace ? seen.map(SaveOptions::replacing).orElseGet(SaveOptions::replacing) : SaveOptions.createNew();
        return new TransferResult.Sent(
                session.save(from, name.text(), options, control).image());
    }

    @Override
    public TransferTask replacing() {
        return new SendTask(file, name, size, true, Optional.empty(), bareAs, files);
    }

    @Override
    public TransferTask renamed(ImageName other) {
        return new SendTask(file, other, size, false, Optional.empty(), bareAs, files);
    }

    @Override
    public ImageName nextName() {
        return Numbering.next(name);
    }
}
