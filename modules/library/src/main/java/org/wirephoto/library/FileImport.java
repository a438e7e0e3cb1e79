package org.wirephoto.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageName;
import org.wirephoto.protocol.NameCheck;
import org.wirephoto.storage.Catalogue;

/** Imports single files: each is read for its digest first, so that nothing is sent that is there already. */
final class FileImport {
    private static final Logger LOG = LogManager.getLogger(FileImport.class);
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Catalogue catalogue;
    private final Saving saving;
    private final Caller caller;
    private final Path source;
    private final Tally tally;

    FileImport(Catalogue catalogue, Saving saving, Caller caller, Path source, Tally tally) {
        this.catalogue = catalogue;
        this.saving = saving;
        this.caller = caller;
        this.source = source;
        this.tally = tally;
    }

    /** Imports one ordinary file. */
    void run(Path file) throws IOException, InterruptedException {
        String subject = source.relativize(file).toString();
        try (FileChannel channel = FileChannel.open(file, READ)) {
            Optional<Digest> digest = read(channel, subject);
            if (digest.isPresent()) {
                save(file.getFileName().toString(), channel, digest.get());
            }
        } catch (RefusedException e) {
            tally.found(new Finding(
                    e.code().wire(), subject, e.sentence(), e.suggestion().map(ImageName::text)));
        } catch (NoSuchFileException | AccessDeniedException e) {
            unreadable(subject, e);
        }
    }

    private Optional<Digest> read(FileChannel channel, String subject) throws IOException, InterruptedException {
        try {
            return Optional.of(new Copying().read(channel, part -> tally.progress(part.remaining(), subject)));
        } catch (Tally.StoppedException e) {
            throw e;
        } catch (IOException e) {
            unreadable(subject, e);
            return Optional.empty();
        }
    }

    /** Reports what can't be read. */
    void unreadable(String subject, IOException e) {
        LOG.info("can't read {}", subject, e);
        tally.found("not-readable", subject, "It can't be read.");
    }

    private void save(String name, FileChannel channel, Digest digest)
            throws RefusedException, IOException, InterruptedException {
        long size = channel.size();
        if (isThere(name, digest)) {
            tally.unchanged();
            return;
        }
        Command.Save save = new Command.Save(name, OptionalLong.of(size), Optional.of(digest), false, Optional.empty());
        SaveStep step = FullDisk.refuse(() -> saving.begin(caller, save));
        if (step instanceof SaveStep.Receiving(Incoming incoming)) {
            try (incoming) {
                send(channel, incoming);
            }
        }
        tally.done(size);
    }

    /** Sends what was read before: a file that grew or shrank since is not the one that was announced. */
    private void send(FileChannel channel, Incoming incoming)
            throws RefusedException, IOException, InterruptedException {
        channel.position(incoming.offset());
        new Copying().read(channel, part -> {
            if (part.remaining() > incoming.size() - incoming.offset()) {
                throw changed();
            }
            incoming.write(part);
        });
        if (incoming.offset() < incoming.size()) {
            throw changed();
        }
        incoming.finish();
    }

    private static RefusedException changed() {
        return new RefusedException(ErrorCode.DIGEST_MISMATCH, "The file changed while it was read.");
    }

    private boolean isThere(String name, Digest digest) throws IOException {
        return ImageName.check(name) instanceof NameCheck.Accepted(ImageName valid)
                && catalogue
                        .find(valid)
                        .map(image -> image.attributes().digest().equals(digest))
                        .orElse(false);
    }
}
